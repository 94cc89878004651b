package statistics

import "phatngon/internal/desk/statistics"

// chart is columns of requests by month, in the units of an SVG's view box. The same
// numbers stand in the table below it.
type chart struct {
	Width, Height int
	Bars          []bar
	Top           int // the highest number, at the top line
}

// bar is a month: what was signed in time, late, what is open and what was withdrawn, from below.
type bar struct {
	X, Width int
	Name     string
	Total    int
	Pieces   []piece
}

// Middle is where the month's name stands.
func (b bar) Middle() int { return b.X + b.Width/2 }

type piece struct {
	Class     string
	Y, Height int
	N         int
}

// Sizes of the chart; foot is the room for the months' names.
const (
	chartHeight, foot = 200, 24
	barWidth, barStep = 36, 56
)

func chartOf(months []statistics.Month, only statistics.Only) chart {
	c := chart{Width: max(1, len(months)) * barStep, Height: chartHeight + foot}
	sums := make([]statistics.Counts, len(months))
	for i, m := range months {
		sums[i] = statistics.Sum([]statistics.Month{m}, only)
		c.Top = max(c.Top, sums[i].Received)
	}
	for i, m := range months {
		c.Bars = append(c.Bars, barOf(i, m.ID, sums[i], max(1, c.Top)))
	}
	return c
}

func barOf(i int, id string, sum statistics.Counts, top int) bar {
	b := bar{X: i*barStep + (barStep-barWidth)/2, Width: barWidth, Name: monthName(id), Total: sum.Received}
	height := func(n int) int { return n * (chartHeight - 20) / top }
	below := 0
	for _, p := range []piece{{Class: "ontime", N: sum.OnTime}, {Class: "late", N: sum.Late}, {Class: "open", N: sum.Open}, {Class: "gone", N: sum.Withdrawn}} {
		below += p.N
		p.Y = chartHeight - height(below)
		p.Height = height(below) - height(below-p.N)
		if p.N > 0 {
			b.Pieces = append(b.Pieces, p)
		}
	}
	return b
}
