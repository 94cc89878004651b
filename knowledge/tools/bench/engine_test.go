package main

import (
	"errors"
	"math"
	"testing"
	"time"

	"phatngon/knowledge/golden"
)

var fewTexts = []golden.LabelledText{
	{ID: "0", Title: "Thẻ nhà báo", Text: "Thẻ nhà báo có thời hạn năm năm kể từ ngày cấp."},
	{ID: "1", Text: "Kỳ thi tuyển sinh vào lớp 10 tổ chức trong hai ngày đầu tháng sáu."},
	{ID: "2", Text: "Đường ven biển được thông xe kỹ thuật vào cuối quý ba."},
	{ID: "3", Text: "Biển báo giao thông được thay mới ở mọi tuyến phố trong nội thị."},
}

func TestEveryEngineFindsATextByItsWords(t *testing.T) {
	for _, c := range contenders() {
		t.Run(c.name, func(t *testing.T) {
			t.Cleanup(func() { c.engine.close() })
			if err := c.engine.build(fewTexts, time.Now().Add(time.Minute)); err != nil {
				t.Fatal(err)
			}
			for asked, want := range map[string]int{"thẻ nhà báo": 0, "tuyển sinh lớp 10": 1, "Đường ven biển, thông xe": 2} {
				if got, err := c.engine.search(asked); err != nil || len(got) == 0 || got[0] != want {
					t.Errorf("%q finds %v, %v, want %d first", asked, got, err, want)
				}
			}
		})
	}
}

func TestFoldingEnginesFindWordsWithoutDiacritics(t *testing.T) {
	for name, e := range map[string]engine{"ours": &ours{}, "bleve": &bleveEngine{folded: true}, "fts5": &fts5{}, "fts5 pairs": &fts5{pairs: true}} {
		t.Run(name, func(t *testing.T) {
			t.Cleanup(func() { e.close() })
			if err := e.build(fewTexts, time.Now().Add(time.Minute)); err != nil {
				t.Fatal(err)
			}
			if got, err := e.search("duong bien"); err != nil || len(got) == 0 || got[0] != 2 {
				t.Errorf("found %v, %v, want 2 first", got, err)
			}
		})
	}
}

func TestAnEngineThatIsTooSlowIsLeftOut(t *testing.T) {
	c := &contender{name: "bleve", engine: &bleveEngine{}}
	small := &corpus{texts: fewTexts}
	if err := c.build(small, true, -time.Second); err != nil || c.absent == "" {
		t.Fatalf("error %v, absent %q", err, c.absent)
	}
	c.took, c.largest = time.Second, 1
	if err := c.build(small, true, 2*time.Second); err != nil || c.absent == "" {
		t.Errorf("three texts at a second each within two: error %v, absent %q", err, c.absent)
	}
	if err := c.engine.build(fewTexts, time.Now().Add(-time.Second)); !errors.Is(err, errBudget) {
		t.Errorf("error %v, want %v", err, errBudget)
	}
}

func TestNDCG(t *testing.T) {
	for name, c := range map[string]struct {
		places   []int
		relevant map[int]bool
		want     float64
	}{
		"first is right":        {[]int{3, 1}, map[int]bool{3: true}, 1},
		"second is right":       {[]int{1, 3}, map[int]bool{3: true}, 1 / math.Log2(3)},
		"one of two is found":   {[]int{3, 1}, map[int]bool{3: true, 4: true}, 1 / (1 + 1/math.Log2(3))},
		"none is found":         {nil, map[int]bool{3: true}, 0},
		"more than ten are cut": {[]int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, map[int]bool{11: true}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			if got := ndcg(c.places, c.relevant); math.Abs(got-c.want) > 1e-9 {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}
