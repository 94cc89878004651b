package webpage

import "regexp"

var (
	whiteColour = regexp.MustCompile(`color:(?:#fff(?:fff)?(?:ff)?|white|rgba?\(255,255,255(?:,1)?\));`)
	anyColour   = regexp.MustCompile(`(?:^|;)color:([^;]*);`)
	anyGround   = regexp.MustCompile(`background:([^;]*);`)
	plainGround = regexp.MustCompile(`^(?:#fff(?:fff)?|white|rgb\(255,255,255\))$`)
)

// inkOn is the colour of letters and what is behind them, taken from the
// element around.
func inkOn(style string, around ink) ink {
	out := around
	if m := anyGround.FindStringSubmatch(style); m != nil {
		switch ground := m[1]; {
		case plainGround.MatchString(ground):
			out.ground = ""
		case ground != "none" && ground != "transparent" && ground != "inherit" && ground != "initial" && ground != "0" && ground != "unset":
			out.ground = ground
		}
	}
	if m := anyColour.FindStringSubmatch(style); m != nil && m[1] != "inherit" {
		out.colour, out.white = m[1], whiteColour.MatchString(m[0])
	}
	return out
}

// ink is how letters are coloured; a ground of "" is white.
type ink struct {
	colour, ground string
	white          bool
}

// unseen reports whether letters have the colour of what is behind them.
func (i ink) unseen() bool {
	return i.white && i.ground == "" || i.colour != "" && i.colour == i.ground
}
