"""The rules of care (关爱规则) in the settings: which hold, the three presets, any of them changed from a day on."""
