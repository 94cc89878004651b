package access

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// failures counts what failed, by account, until their window ends; then one record of the audit
// chain tells of all. Unknown e-mails count together under "", so that there are never more
// entries than officers, and one. The zero value is ready.
type failures struct {
	mu sync.Mutex
	by map[string]failure
}

type failure struct {
	n     int
	since time.Time
}

// note counts a failure; ended tells of a window that it came after.
func (l *failures) note(officer string, now time.Time) (ended failure) {
	l.mu.Lock()
	defer l.mu.Unlock()
	f := l.by[officer]
	if f.n > 0 && now.Sub(f.since) >= loginPause {
		ended, f = f, failure{}
	}
	if f.n == 0 {
		f.since = now
	}
	f.n++
	if l.by == nil {
		l.by = map[string]failure{}
	}
	l.by[officer] = f
	return ended
}

// end takes out the windows that began before t.
func (l *failures) end(t time.Time) map[string]failure {
	l.mu.Lock()
	defer l.mu.Unlock()
	ended := map[string]failure{}
	for officer, f := range l.by {
		if !f.since.After(t) {
			ended[officer] = f
			delete(l.by, officer)
		}
	}
	return ended
}

// noteLoginFailure counts a wrong password, and enters the window that ended before it.
func (a *Access) noteLoginFailure(ctx context.Context, officer string) error {
	return a.count(ctx, &a.failures, officer, a.auditFailures)
}

// noteCodeFailure does the same for a wrong code of the second factor.
func (a *Access) noteCodeFailure(ctx context.Context, officer string) error {
	return a.count(ctx, &a.wrongCodes, officer, a.auditCodes)
}

// NoteRefused does the same for an account of the agency that opens none here.
func (a *Access) NoteRefused(ctx context.Context, officer string) error {
	return a.count(ctx, &a.refused, officer, a.auditRefused)
}

func (a *Access) count(ctx context.Context, l *failures, officer string, enter func(context.Context, string, failure) error) error {
	if ended := l.note(officer, a.Now()); ended.n > 0 {
		return enter(ctx, officer, ended)
	}
	return nil
}

// AuditLoginFailures enters what failed in windows that began before t.
func (a *Access) AuditLoginFailures(ctx context.Context, t time.Time) error {
	var errs []error
	for l, enter := range map[*failures]func(context.Context, string, failure) error{&a.failures: a.auditFailures, &a.wrongCodes: a.auditCodes, &a.refused: a.auditRefused} {
		for officer, ended := range l.end(t) {
			errs = append(errs, enter(ctx, officer, ended))
		}
	}
	return errors.Join(errs...)
}

// auditFailures names the account and no address: who guesses is often an officer at home.
func (a *Access) auditFailures(ctx context.Context, officer string, all failure) error {
	detail := fmt.Sprintf("%d lần sai mật khẩu từ %s", all.n, all.since.Format("15:04 02/01/2006"))
	if officer == "" {
		detail = fmt.Sprintf("%d lần với e-mail không có tài khoản từ %s", all.n, all.since.Format("15:04 02/01/2006"))
	}
	return a.audit(ctx, "", "officer.login_failed", officer, detail)
}

func (a *Access) auditRefused(ctx context.Context, officer string, all failure) error {
	detail := "%d lần từ chối tài khoản cơ quan (tài khoản ở đây đã khóa, hoặc e-mail chưa được xác nhận) từ %s"
	if officer == "" {
		detail = "%d lần từ chối tài khoản cơ quan không có tài khoản ở đây từ %s"
	}
	return a.audit(ctx, "", "officer.login_failed", officer, fmt.Sprintf(detail, all.n, all.since.Format("15:04 02/01/2006")))
}

func (a *Access) auditCodes(ctx context.Context, officer string, all failure) error {
	return a.audit(ctx, "", "officer.second_failed", officer, fmt.Sprintf("%d lần sai mã xác thực, sau khi đúng bước đầu, từ %s", all.n, all.since.Format("15:04 02/01/2006")))
}

// KeepLoginFailures enters what ended every minute, and all when ctx ends.
func (a *Access) KeepLoginFailures(ctx context.Context) {
	tick := time.NewTicker(time.Minute)
	defer tick.Stop()
	for ctx.Err() == nil {
		t := a.Now().Add(-loginPause)
		select {
		case <-ctx.Done():
			t = a.Now()
		case <-tick.C:
		}
		within, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
		if err := a.AuditLoginFailures(within, t); err != nil {
			a.Log.Error("audit failed logins", "error", err)
		}
		cancel()
	}
}
