package main

// size is how many weights stand before the base.
func (t *learner) size() int { return t.inputs + t.hidden*(t.inputs+2) }

// unit is the weights of a hidden unit.
func (t *learner) unit(h int) (weights []float64, bias, out *float64) {
	at := t.inputs + h*(t.inputs+2)
	return t.w[at : at+t.inputs], &t.w[at+t.inputs], &t.w[at+t.inputs+1]
}

// hear notes the inputs of a row.
func (t *learner) hear(row int) {
	for i, v := range t.in[row] {
		t.heard[i] = float64(v)
	}
	if t.layer != nil {
		t.layer.forward(t.lesson.words[row], t.heard[len(t.in[row]):])
	}
}

// forward is the score of a row.
func (t *learner) forward(row int) float64 {
	t.hear(row)
	sum := t.w[t.size()]
	for i, v := range t.heard {
		sum += t.w[i] * v
	}
	for h := range t.hidden {
		t.act[h] = 0
		if !t.keep[h] {
			continue
		}
		weights, bias, out := t.unit(h)
		a := *bias
		for i, v := range t.heard {
			a += weights[i] * v
		}
		if a > 0 {
			t.act[h] = a / (1 - t.drop)
			sum += *out * t.act[h]
		}
	}
	return sum
}

// backward adds to the slopes by all weights what comes of the slope by the
// score of a row.
func (t *learner) backward(row int, slope float64) {
	t.forward(row)
	t.g[t.size()] += slope
	for i, v := range t.heard {
		t.g[i] += slope * v
		t.back[i] = slope * t.w[i]
	}
	for h := range t.hidden {
		if t.act[h] == 0 {
			continue
		}
		weights, _, out := t.unit(h)
		at := t.inputs + h*(t.inputs+2)
		t.g[at+t.inputs+1] += slope * t.act[h]
		back := slope * *out / (1 - t.drop)
		t.g[at+t.inputs] += back
		g := t.g[at : at+t.inputs]
		for i, v := range t.heard {
			g[i] += back * v
			t.back[i] += back * weights[i]
		}
	}
	if t.layer != nil {
		t.layer.backward(t.lesson.words[row], t.back[len(t.in[row]):])
	}
}
