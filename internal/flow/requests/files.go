package requests

import (
	"context"
	"fmt"
	"path"
	"slices"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
)

// Attach adds a file to the draft of a part.
func (q *Requests) Attach(ctx context.Context, by people.Officer, at Ref, f request.File) error {
	return q.change(ctx, by, at, func(r request.Request) (request.Request, error) { return request.Attach(r, at.Part, by, f, q.Now()) })
}

// Detach takes a file away from the draft of a part.
func (q *Requests) Detach(ctx context.Context, by people.Officer, at Ref, id string) error {
	return q.change(ctx, by, at, func(r request.Request) (request.Request, error) { return request.Detach(r, at.Part, by, id, q.Now()) })
}

// add gives what the person said and sent to their request. The files are fetched by effects
// of the same write.
func (q *Requests) add(ctx context.Context, r request.Request, who people.Requester, w effect.OwnStep, e effect.Effect) (request.Request, error) {
	files, sent, err := q.sent(ctx, who, e.Key, w.Files, w.Uploads, e.At)
	if err != nil {
		return r, err
	}
	next, err := request.AddFiles(r, who, q.rulesOf, w.Text, files, e.At)
	if err != nil {
		return next, err
	}
	next.Effects = append(next.Effects, fetching(r.Code, sent, e.At)...)
	return next, nil
}

// sent are the files that somebody sends with what they do, under ids made of its cause, and
// where each is to be had: at an address of Zalo's, or among their uploads.
func (q *Requests) sent(ctx context.Context, who people.Requester, cause string, addresses, uploads []string, at time.Time) (files []request.File, from []effect.SentFile, err error) {
	uploads = distinct(uploads)
	if len(addresses)+len(uploads) > request.MaxFiles {
		return nil, nil, &desk.InvalidError{Field: "files", Text: fmt.Sprintf("Mỗi yêu cầu nhận tối đa %d tệp của người hỏi. Anh/Chị bỏ bớt rồi gửi lại.", request.MaxFiles)}
	}
	for i, address := range addresses {
		f := request.File{ID: q.FileID(cause, i), Name: numbered(i, ""), At: at}
		files, from = append(files, f), append(from, effect.SentFile{ID: f.ID, URL: address})
	}
	for i, sum := range uploads {
		f, err := q.Uploaded(ctx, who, sum)
		if err != nil {
			return nil, nil, err
		}
		n := len(addresses) + i
		f.ID, f.Name, f.At = q.FileID(cause, n), numbered(n, path.Ext(f.Name)), at
		files, from = append(files, f), append(from, effect.SentFile{ID: f.ID, Upload: sum})
	}
	return files, from, nil
}

// numbered names the n-th file that somebody sends: their own names are not kept.
func numbered(n int, ending string) string { return fmt.Sprintf("tep-%d%s", n+1, ending) }

// distinct keeps the first of equal ones, in their order.
func distinct(all []string) (kept []string) {
	for _, one := range all {
		if !slices.Contains(kept, one) {
			kept = append(kept, one)
		}
	}
	return kept
}

// fetching are the effects by which a request has what was sent with it.
func fetching(code string, from []effect.SentFile, at time.Time) (all []effect.Effect) {
	for _, f := range from {
		f.Request = code
		all = append(all, effect.Effect{Key: "request:" + code + "/file/" + f.ID, Kind: effect.DoFetchFile, At: at, SentFile: &f})
	}
	return all
}
