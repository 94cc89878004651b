package search

import "fmt"

type netFile struct {
	Base   float32    `json:"base"`
	Direct []float32  `json:"direct"`
	Hidden []unitFile `json:"hidden"`
}

type unitFile struct {
	Bias float32   `json:"bias"`
	In   []float32 `json:"in"`
	Out  float32   `json:"adds"`
}

func (f netFile) net(inputs int) (n Net, err error) {
	if len(f.Direct) != inputs || len(f.Hidden) > hiddenMost {
		return n, fmt.Errorf("a net of %d inputs and %d units", len(f.Direct), len(f.Hidden))
	}
	n.Base, n.Direct = f.Base, f.Direct
	for _, u := range f.Hidden {
		if len(u.In) != inputs {
			return n, fmt.Errorf("a unit of %d inputs", len(u.In))
		}
		n.Hidden, n.Bias, n.Out = append(n.Hidden, u.In), append(n.Bias, u.Bias), append(n.Out, u.Out)
	}
	return n, nil
}

func (n *Net) append(b []byte, i int) []byte {
	if i > 0 {
		b = append(b, ',')
	}
	b = fmt.Appendf(b, "\n{\"base\": %v, \"direct\": %s,\n\"hidden\": [", n.Base, encode(n.Direct))
	for i := range n.Hidden {
		b = appendItem(b, i, unitFile{n.Bias[i], n.Hidden[i], n.Out[i]})
	}
	return append(b, "]}"...)
}
