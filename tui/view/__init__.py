"""What is on the screen, as data: pure functions of the store's answers and one frozen state. No disk, clock, colour or widget."""
