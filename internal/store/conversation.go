package store

import (
	"context"

	"phatngon/internal/desk/chat"
)

// Conversation returns what is remembered of a requester's chat.
func (s *Store) Conversation(ctx context.Context, id string) (chat.Conversation, error) {
	return conversations.Get(ctx, s.e, id)
}

// SaveConversation inserts c at version 0 and replaces it otherwise.
func (s *Store) SaveConversation(ctx context.Context, c *chat.Conversation) error {
	return conversations.Save(ctx, s.e, c)
}
