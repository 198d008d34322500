"""What everything else stands on: base model, ids, order, units, colours, words, resources."""
