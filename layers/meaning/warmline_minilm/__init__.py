"""The tokenizer's file of all-MiniLM-L6-v2; see NOTICE beside it."""
