package matching

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/same/picture"
	"phatngon/internal/zalo/photo"
)

// triedFor is how long a picture that could not be had is tried again.
const triedFor = 24 * time.Hour

// reading lets one picture be read at a time: a large one takes much memory.
var reading sync.Mutex

// KeepPictures fetches and keeps the pictures of a report. What could not be had now is
// tried again by the effects it returns, which the report carries.
func (q *Matching) KeepPictures(ctx context.Context, r cases.Report, addresses []string) ([]effect.Effect, error) {
	var later []effect.Effect
	for i, address := range addresses {
		in := effect.Case{Report: r.ID, Picture: PictureID(r.ID, i), URL: address}
		again, err := q.keepPicture(ctx, in, r.CreatedAt)
		if err != nil {
			return nil, err
		}
		if again {
			later = append(later, effect.Effect{Key: "picture:" + in.Picture, Kind: effect.DoFetch, At: r.CreatedAt, Case: &in})
		}
	}
	return later, nil
}

// errAgain has the relay try a picture again.
var errAgain = errors.New("a picture could not be had yet")

// FetchAgain is the handler that fetches a picture that could not be had at once.
func (q *Matching) FetchAgain(ctx context.Context, _ string, e effect.Effect) error {
	again, err := q.keepPicture(ctx, *e.Case, e.At)
	if err == nil && again {
		return errAgain
	}
	return err
}

// keepPicture keeps a picture as it came, or notes why it is none; again says that it may
// be had later.
func (q *Matching) keepPicture(ctx context.Context, in effect.Case, since time.Time) (again bool, err error) {
	if _, err := q.Store.Evidence(ctx, in.Picture); !errors.Is(err, desk.ErrNotFound) {
		return false, err
	}
	e := cases.Evidence{ID: in.Picture, Report: in.Report, ReceivedAt: q.Now()}
	data, err := q.Fetch(ctx, in.URL)
	switch {
	case errors.Is(err, photo.ErrHost) || errors.Is(err, photo.ErrPrivate):
		e.Problem = "Địa chỉ ảnh không phải của Zalo nên không tải."
	case errors.Is(err, photo.ErrLarge):
		e.Problem = "Ảnh lớn hơn 20 MiB nên không giữ."
	case errors.Is(err, photo.ErrGone):
		e.Problem = "Zalo không còn giữ ảnh này."
	case err != nil && q.Now().Sub(since) < triedFor:
		return true, nil
	case err != nil:
		e.Problem = "Không tải được ảnh trong 24 giờ."
	default:
		e.Hash, err = look(data)
		e.Problem = problemOf(err)
	}
	if e.Problem != "" {
		data = nil
	}
	if err := q.Store.KeepEvidence(ctx, &e, data); err != nil {
		return false, fmt.Errorf("keep evidence: %w", err)
	}
	return false, nil
}

// look is what a picture looks like, or why it is no picture to keep.
func look(data []byte) (picture.Hash, error) {
	reading.Lock()
	defer reading.Unlock()
	p, err := picture.Read(data)
	if err != nil {
		return nil, err
	}
	return p.Hash(), nil
}

// problemOf says to an officer why there is no picture; "" of one that is kept.
func problemOf(err error) string {
	switch {
	case err == nil:
		return ""
	case errors.Is(err, picture.ErrPixels):
		return "Ảnh quá 40 triệu điểm nên không giữ."
	case errors.Is(err, picture.ErrActive):
		return "Tệp có chứa trang, chương trình hoặc tệp nén bên trong nên không giữ."
	case errors.Is(err, picture.ErrFormat):
		return "Tệp không phải ảnh JPEG, PNG, GIF hoặc WebP nên không giữ."
	}
	return "Ảnh hỏng hoặc quá nhỏ nên không giữ."
}

// Clean is a picture written anew, without anything but what is to be seen.
func Clean(data []byte) ([]byte, error) {
	reading.Lock()
	defer reading.Unlock()
	p, err := picture.Read(data)
	if err != nil {
		return nil, err
	}
	return p.Clean()
}
