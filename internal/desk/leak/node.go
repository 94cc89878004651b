package leak

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
)

// node is an element with what stands in it, in order; one without a name is text. Names
// keep the prefixes they are written with.
type node struct {
	name  string
	attrs []xml.Attr
	text  string
	kids  []*node
}

// most bounds what one part may become in memory.
const (
	mostNodes = 400_000
	mostDepth = 200
)

// parse reads a part of XML. A document type is refused: nothing of an office has one.
func parse(data []byte) (*node, error) {
	root := &node{}
	open := []*node{root}
	d := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))))
	for n := 0; ; n++ {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) && len(open) == 1 {
			return root, nil
		}
		if err != nil || n > mostNodes || len(open) > mostDepth {
			return nil, ErrDamaged
		}
		top := open[len(open)-1]
		switch t := token.(type) {
		case xml.StartElement:
			e := &node{name: full(t.Name), attrs: slices.Clone(t.Attr)}
			top.kids = append(top.kids, e)
			open = append(open, e)
		case xml.EndElement:
			if len(open) == 1 || top.name != full(t.Name) {
				return nil, ErrDamaged
			}
			open = open[:len(open)-1]
		case xml.CharData:
			top.kids = append(top.kids, &node{text: string(t)})
		case xml.Directive:
			return nil, ErrDamaged
		}
	}
}

func full(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}

// local is the name without its prefix.
func (n *node) local() string { return n.name[strings.IndexByte(n.name, ':')+1:] }

func (n *node) get(attr string) string {
	for _, a := range n.attrs {
		if a.Name.Local == attr || full(a.Name) == attr {
			return a.Value
		}
	}
	return ""
}

// each visits every element below n.
func (n *node) each(do func(*node)) {
	for _, k := range n.kids {
		if k.name != "" {
			do(k)
			k.each(do)
		}
	}
}

// drop removes the elements below n that away says are to go, with all that is in them.
func (n *node) drop(away func(*node) bool) {
	n.kids = slices.DeleteFunc(n.kids, func(k *node) bool { return k.name != "" && away(k) })
	for _, k := range n.kids {
		k.drop(away)
	}
}

// unwrap puts what stands in some elements in their place.
func (n *node) unwrap(open func(*node) bool) {
	var kids []*node
	for _, k := range n.kids {
		k.unwrap(open)
		if k.name != "" && open(k) {
			kids = append(kids, k.kids...)
			continue
		}
		kids = append(kids, k)
	}
	n.kids = kids
}

// words is all text below n.
func (n *node) words() string {
	var out strings.Builder
	out.WriteString(n.text)
	for _, k := range n.kids {
		out.WriteString(k.words())
	}
	return out.String()
}

// bytes is the part as XML.
func (n *node) bytes() []byte {
	var out bytes.Buffer
	out.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n")
	for _, k := range n.kids {
		if k.name != "" {
			k.write(&out)
		}
	}
	return out.Bytes()
}

func (n *node) write(out *bytes.Buffer) {
	if n.name == "" {
		_ = xml.EscapeText(out, []byte(n.text)) // a buffer takes all
		return
	}
	out.WriteString("<" + n.name)
	for _, a := range n.attrs {
		out.WriteString(" " + full(a.Name) + `="`)
		_ = xml.EscapeText(out, []byte(a.Value))
		out.WriteByte('"')
	}
	if len(n.kids) == 0 {
		out.WriteString("/>")
		return
	}
	out.WriteByte('>')
	for _, k := range n.kids {
		k.write(out)
	}
	out.WriteString("</" + n.name + ">")
}

func attribute(name, value string) xml.Attr {
	return xml.Attr{Name: xml.Name{Local: name}, Value: value}
}
