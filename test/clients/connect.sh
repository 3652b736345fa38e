#!/bin/sh
# `standpipe connect`, for clients that start a program.
cd "$(dirname "$0")/../.." && exec node --import tsx cli/main.ts connect
