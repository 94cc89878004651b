package main

import (
	"math"
	"testing"
)

func TestWhatGoesWithBeingRightWeighsMore(t *testing.T) {
	var rows []row
	for i := range 200 {
		right := i%4 != 0 // three in four of those with the signal
		rows = append(rows, row{[]float64{1, 1}, right, 1}, row{[]float64{1, 0}, !right, 1})
	}
	w := learn(rows)
	if with, without := 1/(1+math.Exp(-w[0]-w[1])), 1/(1+math.Exp(-w[0])); math.Abs(with-.75) > .01 || math.Abs(without-.25) > .01 {
		t.Errorf("%.3f with the signal, %.3f without; want .75 and .25", with, without)
	}
}
