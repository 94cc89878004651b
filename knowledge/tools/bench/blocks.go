package main

import (
	"fmt"
	"math"
	"runtime"
	"runtime/debug"
	"time"
)

const (
	// collectEvery is after how many questions, about, garbage is collected.
	collectEvery = 64
	// warmShare of a block is asked again of an engine, untimed, before its next
	// block: the others have taken its place in the processor's caches, and its
	// first questions would be timed for that.
	warmShare = 8
	unlimited = time.Duration(math.MaxInt64)
)

// askInBlocks asks every question of every engine, p.rounds times over: a block
// of questions of one engine, then the same of the next, so that what slows the
// machine slows them all while each has the caches to itself. Another engine
// leads in each block. No garbage is collected while a question is timed:
// otherwise the garbage of one would be paid by another. An engine whose budget
// is spent is asked no more, but for all[0].
func (p plan) askInBlocks(c *corpus, all []*contender) error {
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	since := collectEvery
	for turn, b := range p.blocks(c) {
		for i := range all {
			e := all[(turn+i)%len(all)]
			limit := p.budget
			if e == all[0] {
				limit = unlimited
			}
			if e.absent != "" || e.spent > limit {
				continue
			}
			if since += len(b.timed); since > collectEvery {
				runtime.GC()
				since = 0
			}
			if err := e.askBlock(b, p.watch, limit); err != nil {
				return fmt.Errorf("ask %s: %w", e.name, err)
			}
		}
	}
	return nil
}

// A block is questions asked of one engine in a row.
type block struct {
	warm, timed []question
	judged      bool // in the first round: what is found says how good an engine is
}

// blocks are those of all rounds. The questions that warm an engine are the
// last of the block before.
func (p plan) blocks(c *corpus) []block {
	var all []block
	var before []question
	for round := range p.rounds {
		for from := 0; from < len(c.questions); from += p.block {
			timed := c.questions[from:min(from+p.block, len(c.questions))]
			warm := before[max(0, len(before)-p.block/warmShare):]
			all = append(all, block{warm, timed, round == 0})
			before = timed
		}
	}
	return all
}

// askBlock asks e until more than limit is spent in all.
func (e *contender) askBlock(b block, watch stopwatch, limit time.Duration) error {
	for _, q := range b.warm {
		_, took, err := e.ask(q, watch)
		if err != nil {
			return err
		}
		e.spent += took
	}
	for _, q := range b.timed {
		if e.spent > limit {
			return nil
		}
		places, took, err := e.ask(q, watch)
		if err != nil {
			return err
		}
		e.times, e.spent = append(e.times, took), e.spent+took
		if b.judged {
			e.ndcg = append(e.ndcg, ndcg(places, q.relevant))
		}
	}
	return nil
}
