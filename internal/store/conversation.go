package store

import (
	"context"
	"time"

	"phatngon/internal/desk/chat"
	"phatngon/internal/store/engine"
)

// Conversation returns what is remembered of a requester's chat.
func (s *Store) Conversation(ctx context.Context, id string) (chat.Conversation, error) {
	return conversations.Get(ctx, s.e, id)
}

// SaveConversation inserts c at version 0 and replaces it otherwise.
func (s *Store) SaveConversation(ctx context.Context, c *chat.Conversation) error {
	return conversations.Save(ctx, s.e, c)
}

// DeleteConversationsBefore removes the chats in which nothing was said since t: who writes
// again begins anew.
func (s *Store) DeleteConversationsBefore(ctx context.Context, t time.Time) error {
	return conversations.RemoveAll(ctx, s.e, engine.Query{Index: "updated", To: t})
}
