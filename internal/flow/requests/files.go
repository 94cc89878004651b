package requests

import (
	"context"
	"fmt"

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
func (q *Requests) add(r request.Request, who people.Requester, w effect.OwnStep, e effect.Effect) (request.Request, error) {
	var files []request.File
	for i := range w.Files {
		files = append(files, request.File{ID: q.FileID(e.Key, i), Name: fmt.Sprintf("tep-%d", i+1), At: e.At})
	}
	next, err := request.AddFiles(r, who, q.rulesOf, w.Text, files, e.At)
	if err != nil {
		return next, err
	}
	for i, f := range files {
		next.Effects = append(next.Effects, effect.Effect{Key: "request:" + r.Code + "/file/" + f.ID, Kind: effect.DoFetchFile, At: e.At,
			SentFile: &effect.SentFile{Request: r.Code, ID: f.ID, URL: w.Files[i]}})
	}
	return next, nil
}
