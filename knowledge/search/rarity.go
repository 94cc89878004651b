package search

import (
	"math"

	"phatngon/knowledge/search/spelling"
)

// backgroundMost is how many documents the background counts as, to an empty base.
const backgroundMost = 150.0

// wordRarity is the weight of a word that docs of the documents hold.
func (x *Index) wordRarity(key string, docs uint32) float64 {
	if x.backgroundShare == 0 {
		return x.rarity(float64(docs), float64(x.Len()))
	}
	m := x.backgroundShare * backgroundMost
	return x.rarity(float64(docs)+m*spelling.GeneralShare(key), float64(x.Len())+m)
}

// pairRarity is the weight of a pair that docs of the documents hold.
func (x *Index) pairRarity(docs uint32) float64 {
	return x.rarity(float64(docs), float64(x.Len())+x.backgroundShare*backgroundMost)
}

// rarity is the weight of something that df of n documents hold.
func (x *Index) rarity(df, n float64) float64 {
	return math.Log(1 + (n-df+0.5)/(df+0.5))
}
