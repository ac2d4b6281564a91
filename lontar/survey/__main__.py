"""`python -m lontar.survey …`."""

from lontar.survey.cli import main

if __name__ == "__main__":
    main()
