package markdown

import "strings"

// between stands between the cells of a row.
const between = " · "

// Text is what a person reads where there is no typesetting, as in a chat: the
// words, with the marks of items as they were written and the address of a link
// behind its words. Blocks stand on lines of their own, cells beside each other.
func (d Doc) Text() string { return d.text(true) }

// Words is what a person reads on a page, where a link hides its address and a
// list has marks of its own.
func (d Doc) Words() string { return d.text(false) }

func (d Doc) text(marks bool) string {
	var b strings.Builder
	for _, block := range d.blocks {
		words := block.text(d.body, marks)
		if words == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
			if block.apart {
				b.WriteByte('\n')
			}
		}
		b.WriteString(words)
	}
	return b.String()
}

func (b block) text(body string, marks bool) string {
	var cells []string
	for _, cell := range b.cells {
		cells = append(cells, textOf(body, cell, marks))
	}
	words := strings.Join(cells, between)
	if b.kind != item || !marks || b.mark.empty() {
		return words
	}
	return strings.Repeat(" ", b.indent) + itemSign(b.mark.of(body)) + " " + words
}

// itemSign: a star is a mark of Markdown; a plus, a dash or a number is how
// offices write a list.
func itemSign(mark string) string { return strings.Replace(mark, "*", "-", 1) }

func textOf(body string, cell []run, addresses bool) string {
	var b strings.Builder
	for _, r := range cell {
		switch {
		case r.style&address == 0:
			b.WriteString(r.of(body))
		case addresses:
			b.WriteString(" (" + r.of(body) + ")")
		}
	}
	return evenLines(b.String())
}

// evenLines takes off the white space at the ends of lines.
func evenLines(s string) string {
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		lines[i] = strings.Trim(line, " \t\r")
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}
