package search

// TreeDepth is how deep every Tree is.
const TreeDepth = 4

const (
	treeNodes  = 1<<TreeDepth - 1
	treeLeaves = 1 << TreeDepth
)

// Tree is a full binary tree: node i has the children 2i+1 and 2i+2; a value
// above its cut goes to the second.
type Tree struct {
	Feature [treeNodes]uint8
	Cut     [treeNodes]float64
	Leaf    [treeLeaves]float64
}

func (t *Tree) score(values []float64) float64 {
	node := 0
	for range TreeDepth {
		node = 2*node + 1
		if parent := (node - 1) / 2; values[t.Feature[parent]] > t.Cut[parent] {
			node++
		}
	}
	return t.Leaf[node-treeNodes]
}

func sumTrees(trees []Tree, values []float64) (sum float64) {
	for i := range trees {
		sum += trees[i].score(values)
	}
	return sum
}
