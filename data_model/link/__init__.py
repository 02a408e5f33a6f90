"""Do two events of different reports tell of one happening?"""
