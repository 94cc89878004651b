package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"io"
)

// decode undoes a stream's filters, within what the file may still inflate. A
// filter that is not known gives nothing: images have theirs.
func (f *file) decode(d dict, raw []byte) []byte {
	if f.inflate -= len(raw); f.inflate < 0 {
		return nil
	}
	filters, ok := f.resolve(d["Filter"]).(array)
	if !ok && d["Filter"] != nil {
		filters = array{d["Filter"]}
	}
	parameters, ok := f.resolve(d["DecodeParms"]).(array)
	if !ok {
		parameters = array{d["DecodeParms"]}
	}
	for i, filter := range filters[:min(len(filters), maxForms)] {
		var p dict
		if i < len(parameters) {
			p = f.dict(parameters[i])
		}
		switch f.resolve(filter) {
		case name("FlateDecode"), name("Fl"):
			raw = f.unpredict(f.inflated(raw), p)
		case name("ASCIIHexDecode"), name("AHx"):
			l := &lexer{data: append([]byte("<"), raw...)}
			raw = []byte(l.hex())
		case name("ASCII85Decode"), name("A85"):
			raw = unascii85(raw)
		default:
			return nil
		}
	}
	return raw
}

// inflated is what zlib gives up to the first error: a damaged end loses only
// the end.
func (f *file) inflated(raw []byte) []byte {
	z, err := zlib.NewReader(bytes.NewReader(raw))
	if err != nil || f.inflate <= 0 {
		return nil
	}
	out, _ := io.ReadAll(io.LimitReader(z, int64(f.inflate)+1)) // the error is the damaged end
	if f.inflate -= len(out); f.inflate < 0 {
		return nil // the file is refused
	}
	return out
}

func unascii85(raw []byte) []byte {
	if end := bytes.Index(raw, []byte("~>")); end >= 0 {
		raw = raw[:end]
	}
	out := make([]byte, 4*len(raw)+4) // a "z" is four bytes
	n, _, err := ascii85.Decode(out, raw, true)
	if err != nil {
		return nil
	}
	return out[:n]
}

// unpredict undoes the PNG predictors (ISO 32000-1, 7.4.4.4), which packed
// object streams use.
func (f *file) unpredict(data []byte, p dict) []byte {
	predictor, _ := f.resolve(p["Predictor"]).(float64)
	if predictor < 10 {
		return data
	}
	columns, ok := f.resolve(p["Columns"]).(float64)
	if !ok || columns < 1 || columns > 1<<16 {
		columns = 1
	}
	width := int(columns)
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
