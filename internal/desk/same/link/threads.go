package link

// threads: a post has one code; a person has a name.
func threads(a address) (Key, bool) {
	switch {
	case a.word(1) == "post" && codeOf(a.at(2), 6, 64) != "":
		return known("threads", codeOf(a.at(2), 6, 64))
	case a.word(0) == "t" && codeOf(a.at(1), 6, 64) != "":
		return known("threads", codeOf(a.at(1), 6, 64))
	case len(a.word(0)) > 1 && a.word(0)[0] == '@' && len(a.path) < 3:
		return known("threads", escape(a.word(0), "@"))
	}
	return unknown()
}
