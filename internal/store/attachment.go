package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/request"
	"phatngon/internal/store/engine"
	"phatngon/internal/store/table"
)

// Attachment is a file of a request. Sender is who sent it, "" of an officer's; Part is the
// part whose answer it would go with. Undecided: an officer has not said yet whether it is
// attached as it is.
type Attachment struct {
	request.File `bson:"file"`
	ID           string    `bson:"_id"`
	Version      int64     `bson:"version"`
	Request      string    `bson:"request"`
	Part         int       `bson:"part"`
	Sender       string    `bson:"sender"`
	By           string    `bson:"by"` // officer id
	Undecided    bool      `bson:"undecided"`
	CreatedAt    time.Time `bson:"created_at"`
}

// attachmentPiece is how many bytes stand in one document.
const attachmentPiece = 1 << 20

// ErrAlteredFile says that bytes are not those that were received.
var ErrAlteredFile = errors.New("store: a file was altered")

// KeepAttachment keeps a file under its ID, its bytes first: nothing ever names bytes that
// are not there. The same ID again is kept once.
func (s *Store) KeepAttachment(ctx context.Context, a *Attachment, data []byte) error {
	sum := sha256.Sum256(data)
	a.ID, a.Size, a.SHA256 = a.File.ID, len(data), hex.EncodeToString(sum[:])
	n := 0
	for part := range slices.Chunk(data, attachmentPiece) {
		p := filePiece{ID: a.ID + "/" + strconv.Itoa(n), File: a.ID, Number: n, Data: part}
		if _, err := filePieces.InsertMany(ctx, s.e, []*filePiece{&p}); err != nil {
			return err
		}
		n++
	}
	err := attachments.Save(ctx, s.e, a)
	if errors.Is(err, desk.ErrConflict) {
		return nil
	}
	return err
}

// Attachment returns what is known of a file.
func (s *Store) Attachment(ctx context.Context, id string) (Attachment, error) {
	return attachments.Get(ctx, s.e, id)
}

// DecideAttachment notes that a file waits for no decision any more.
func (s *Store) DecideAttachment(ctx context.Context, a *Attachment) error {
	a.Undecided = false
	return attachments.Replace(ctx, s.e, a)
}

// UndecidedAttachments lists the files of a request that wait for a decision.
func (s *Store) UndecidedAttachments(ctx context.Context, code string) ([]Attachment, error) {
	return attachments.Find(ctx, s.e, engine.Query{Index: "request_undecided", Equal: []any{code, true}, Limit: table.PageSize(0)})
}

// AttachmentBytes returns a file as it was received, or ErrAlteredFile.
func (s *Store) AttachmentBytes(ctx context.Context, a Attachment) ([]byte, error) {
	data := make([]byte, 0, a.Size)
	for n := 0; len(data) < a.Size; n++ {
		part, err := filePieces.Get(ctx, s.e, a.ID+"/"+strconv.Itoa(n))
		if err != nil {
			return nil, fmt.Errorf("read a file: %w", err)
		}
		data = append(data, part.Data...)
	}
	sum := sha256.Sum256(data)
	if hex.EncodeToString(sum[:]) != a.SHA256 {
		return nil, ErrAlteredFile
	}
	return data, nil
}

// DeleteUndecidedBefore removes the files about which nothing was decided.
func (s *Store) DeleteUndecidedBefore(ctx context.Context, t time.Time) error {
	return s.dropAttachments(ctx, engine.Query{Index: "undecided_created", Equal: []any{true}, To: t, Limit: 20})
}

// eraseAttachments removes what a person sent.
func (s *Store) eraseAttachments(ctx context.Context, id string) error {
	return s.dropAttachments(ctx, engine.Query{Index: "sender_created", Equal: []any{id}, Limit: 20})
}

func (s *Store) joinAttachments(ctx context.Context, from, to string) error {
	return attachments.Change(ctx, s.e, engine.Query{Index: "sender_created", Equal: []any{from}}, func(a *Attachment) { a.Sender = to })
}

func (s *Store) dropAttachments(ctx context.Context, q engine.Query) error {
	for {
		found, err := attachments.Find(ctx, s.e, q)
		if err != nil || len(found) == 0 {
			return err
		}
		for _, a := range found { // the bytes last: until then the file is known
			if err := filePieces.RemoveAll(ctx, s.e, engine.Query{Index: "file", Equal: []any{a.ID}}); err != nil {
				return err
			}
			if err := attachments.Remove(ctx, s.e, a.ID); err != nil {
				return err
			}
		}
	}
}

type filePiece struct {
	ID     string `bson:"_id"`
	File   string `bson:"file"`
	Number int    `bson:"number"`
	Data   []byte `bson:"data"`
}

var attachments = table.Table[Attachment]{
	Collection: engine.Collection{Name: "attachments", Indexes: []engine.Index{
		{Name: "request_undecided", Fields: []string{"request", "undecided", "created_at"}},
		{Name: "undecided_created", Fields: []string{"undecided", "created_at"}},
		{Name: "sender_created", Fields: []string{"sender", "created_at"}},
	}},
	Key: func(a *Attachment) (string, *int64) { return a.ID, &a.Version },
}

var filePieces = table.Table[filePiece]{
	Collection: engine.Collection{Name: "attachment_pieces", Indexes: []engine.Index{{Name: "file", Fields: []string{"file", "number"}}}},
	Key:        func(p *filePiece) (string, *int64) { return p.ID, nil },
}
