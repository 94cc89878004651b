package cases

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"

	"phatngon/internal/desk"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/same/picture"
)

// Upload keeps a picture that who is going to report, judged as one of the chat; the same
// picture again is kept once. Nothing leads from it to the person: only who has sent it
// themselves can name it in a Filing. A *desk.InvalidError says what to send instead.
func (q *Cases) Upload(ctx context.Context, who people.Requester, data []byte) (cases.Evidence, error) {
	hash, err := look(data)
	if err != nil {
		return cases.Evidence{}, &desk.InvalidError{Field: "picture", Text: insteadOf(err)}
	}
	sum := sha256.Sum256(data)
	e := cases.Evidence{ID: q.uploadID(who, hex.EncodeToString(sum[:])), ReceivedAt: q.Now(), Hash: hash}
	if err := q.Store.KeepUpload(ctx, &e, data); err != nil {
		return e, fmt.Errorf("keep an upload: %w", err)
	}
	return e, nil
}

func (q *Cases) uploadID(who people.Requester, sum string) string {
	return q.hash("upload\x00" + who.ID + "\x00" + sum)
}

// insteadOf says to a person what to send instead of what is no picture to keep.
func insteadOf(err error) string {
	const capture = " Anh/Chị chụp màn hình ảnh đó rồi gửi ảnh chụp."
	switch {
	case errors.Is(err, picture.ErrPixels):
		return "Ảnh quá 40 triệu điểm nên chưa nhận." + capture
	case errors.Is(err, picture.ErrActive):
		return "Tệp có chứa trang, chương trình hoặc tệp nén bên trong nên không nhận." + capture
	case errors.Is(err, picture.ErrFormat):
		return "Tệp không phải ảnh JPEG, PNG, GIF hoặc WebP nên chưa nhận." + capture
	}
	return "Ảnh hỏng hoặc quá nhỏ nên chưa nhận." + capture
}

// takeUploads makes what who uploaded the evidence of a report, behind its other pictures.
func (q *Cases) takeUploads(ctx context.Context, who people.Requester, r cases.Report, sums []string) error {
	for i, sum := range sums { // all or none: what a refused report took would be nobody's
		if err := q.stillThere(ctx, r.Pictures[len(r.Pictures)-len(sums)+i], q.uploadID(who, sum)); err != nil {
			return err
		}
	}
	for i, sum := range sums {
		if err := q.takeUpload(ctx, r, r.Pictures[len(r.Pictures)-len(sums)+i], q.uploadID(who, sum)); err != nil {
			return err
		}
	}
	return nil
}

// stillThere is an error when a picture is neither evidence nor an upload.
func (q *Cases) stillThere(ctx context.Context, id, upload string) error {
	if _, err := q.Store.Evidence(ctx, id); !errors.Is(err, desk.ErrNotFound) {
		return err
	}
	_, err := q.Store.Upload(ctx, upload)
	return uploadGone(err)
}

// uploadGone is err in words for the person when it says that there is no upload.
func uploadGone(err error) error {
	if errors.Is(err, desk.ErrNotFound) {
		return &desk.InvalidError{Field: "pictures", Text: "Máy chủ không còn giữ một ảnh đã tải lên (ảnh chờ gửi được giữ 24 giờ). Anh/Chị bỏ ảnh đó rồi chọn lại."}
	}
	return err
}

func (q *Cases) takeUpload(ctx context.Context, r cases.Report, id, upload string) error {
	if _, err := q.Store.Evidence(ctx, id); !errors.Is(err, desk.ErrNotFound) {
		return err
	}
	waits, err := q.Store.Upload(ctx, upload)
	var data []byte
	if err == nil {
		data, err = q.Store.UploadBytes(ctx, waits)
	}
	if err != nil {
		return fmt.Errorf("read an upload: %w", uploadGone(err))
	}
	e := cases.Evidence{ID: id, Report: r.ID, ReceivedAt: waits.ReceivedAt, Hash: waits.Hash}
	if err := q.Store.KeepEvidence(ctx, &e, data); err != nil {
		return fmt.Errorf("keep evidence: %w", err)
	}
	return nil
}

// TakeUpload returns a picture that who uploaded, for what is no report; DropUpload removes it
// once it is taken.
func (q *Cases) TakeUpload(ctx context.Context, who people.Requester, sum string) ([]byte, error) {
	waits, err := q.Store.Upload(ctx, q.uploadID(who, sum))
	if err != nil {
		return nil, uploadGone(err)
	}
	return q.Store.UploadBytes(ctx, waits)
}

// DropUpload: see TakeUpload; twice is once.
func (q *Cases) DropUpload(ctx context.Context, who people.Requester, sum string) error {
	return q.Store.DeleteUpload(ctx, q.uploadID(who, sum))
}
