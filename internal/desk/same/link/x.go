package link

import "strings"

// xReserved are first segments that are no names.
var xReserved = set(`compose download explore hashtag home i intent jobs login logout messages notifications privacy search
	settings share signup tos who_to_follow`)

// x: a post has one number, whoever's name stands before it and whichever of its pictures is shown.
func x(a address) (Key, bool) {
	for i, segment := range a.path {
		if xMarkers[strings.ToLower(segment)] && isDigits(a.at(i+1), 5) {
			return known("x", a.at(i+1))
		}
	}
	first := a.word(0)
	switch {
	case first == "hashtag" && a.at(1) != "":
		return known("x", "hashtag/"+escape(a.word(1), ""))
	case first == "i" && xThings[a.word(1)] && a.at(2) != "":
		return known("x", a.word(1)+"/"+escape(a.at(2), ""))
	case first == "" || xReserved[first]:
		return unknown()
	}
	return known("x", "@"+escape(strings.TrimPrefix(first, "@"), ""))
}

// xMarkers stand before the number of a post.
var xMarkers = set("status statuses tweet videos v1")

// xThings are what stands below "i" with a code of its own.
var xThings = set("broadcasts communities events lists moments spaces topics")

var xNoises = set("s t cn src refsrc ref_src ref_url twsrc twgr")

func xNoise(name string) bool { return xNoises[name] }
