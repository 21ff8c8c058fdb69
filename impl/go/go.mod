// SPDX-License-Identifier: MIT
module impl/go

go 1.18
