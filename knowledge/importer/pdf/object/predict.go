package object

// unpredict undoes the predictors (ISO 32000-1, 7.4.4.4), which packed object
// streams use: the PNG ones, and 2, that of TIFF.
func (f *File) unpredict(data []byte, p Dict) []byte {
	predictor, _ := f.Resolve(p["Predictor"]).(float64)
	columns, ok := f.Resolve(p["Columns"]).(float64)
	if !ok || columns < 1 || columns > 1<<16 {
		columns = 1
	}
	width := int(columns)
	switch {
	case predictor == 2:
		return undifference(data, width)
	case predictor < 10:
		return data
	}
	above, out := make([]byte, width), make([]byte, 0, len(data))
	for len(data) > 1 {
		kind := data[0]
		n := min(width, len(data)-1)
		row := make([]byte, width)
		copy(row, data[1:1+n])
		data = data[1+n:]
		for i := range row {
			row[i] += predicted(kind, row, above, i)
		}
		out, above = append(out, row[:n]...), row
	}
	return out
}

// predicted is what a row's byte was predicted to be, one byte a pixel.
func predicted(kind byte, row, above []byte, i int) byte {
	var left, corner byte
	if i > 0 {
		left, corner = row[i-1], above[i-1]
	}
	switch kind {
	case 1:
		return left
	case 2:
		return above[i]
	case 3:
		return byte((int(left) + int(above[i])) / 2)
	case 4:
		return paeth(left, above[i], corner)
	}
	return 0
}

func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	da, db, dc := distance(p, a), distance(p, b), distance(p, c)
	switch {
	case da <= db && da <= dc:
		return a
	case db <= dc:
		return b
	}
	return c
}

func distance(p int, x byte) int {
	return max(p-int(x), int(x)-p)
}

// undifference adds up the bytes of each row.
func undifference(data []byte, width int) []byte {
	for i := range data {
		if i%width > 0 {
			data[i] += data[i-1]
		}
	}
	return data
}
