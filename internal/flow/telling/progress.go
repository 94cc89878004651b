package telling

import (
	"context"
	"slices"
	"strings"

	"phatngon/internal/queue"
)

// markEvery is after how many people it is noted how far the telling has come: who dies
// on the way goes on from there, and tells nobody's turn again.
const markEvery = 20

// progress is how far the telling of a step has come; the zero value notes nothing. A mark
// is "report <id>" after the last report done, or "wishes <matter> <cursor>" at the matter
// whose wishes are told next.
type progress struct {
	job   *queue.Job
	since int
}

// reportsLeft are the reports, in ascending order, whose senders are not done yet.
func (p *progress) reportsLeft(reports []string) []string {
	if strings.HasPrefix(p.job.Mark, "wishes ") {
		return nil
	}
	last, found := strings.CutPrefix(p.job.Mark, "report ")
	if !found {
		return reports
	}
	i, done := slices.BinarySearch(reports, last)
	if done {
		i++
	}
	return reports[i:]
}

// wishesLeft is where the wishes go on: at which matter, after which page. "" is the first.
func (p *progress) wishesLeft() (matter, after string) {
	if p.job == nil {
		return "", ""
	}
	mark, _ := strings.CutPrefix(p.job.Mark, "wishes ")
	if mark == p.job.Mark {
		return "", ""
	}
	matter, after, _ = strings.Cut(mark, "\n")
	return matter, after
}

func (p *progress) reportDone(ctx context.Context, id string) error {
	return p.note(ctx, 1, "report "+id)
}

// wishesAt notes that the wishes of a matter after a page are told next.
func (p *progress) wishesAt(ctx context.Context, matter, after string) error {
	return p.note(ctx, 0, "wishes "+matter+"\n"+after)
}

func (p *progress) note(ctx context.Context, done int, mark string) error {
	if p.job == nil {
		return nil
	}
	if p.since += done; p.since < markEvery {
		return nil
	}
	p.since = 0
	return p.job.SetMark(ctx, mark)
}
