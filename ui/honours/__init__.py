"""Awards with their certificates, good examples and case studies."""
