// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tessera::model {

// A point on the calendar as read from text; fields are validated (2026-02-30 does not exist).
struct DateText
{
    int year = 0, month = 0, day = 0;
    int hour = 0, minute = 0, second = 0, millisecond = 0;
    bool hasTime = false;

    std::int64_t toMs() const; // since 1970, UTC
    std::string toIso() const; // "2026-04-21" or "2026-04-21T14:30:00Z", with ".250" when there are milliseconds
};

// Reads the forms listed at parseCell; a time zone offset is applied, no zone means UTC. Day-first and month-first
// forms with figures only (4/5/2026) are refused: nobody can tell which is meant.
std::optional<DateText> readDate(std::string_view text);

} // namespace tessera::model
