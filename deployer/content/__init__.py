"""The deployer's own words: articles, rules and phrases, checked and made ready to ship."""
