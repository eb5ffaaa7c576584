// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include <sqlite3.h>

#include "model/formula/function_catalogue.h"
#include "model/value/value.h"

namespace tessera::adapters {

// Values of the formula language in SQLite's functions. Text means a date, a variant or itself by what is wanted there;
// text that is no date (no JSON) gives null.
model::Value valueOf(sqlite3_value *value, model::formula::ValueType wanted);
void setResult(sqlite3_context *context, const model::Value &value);

std::string_view textOf(sqlite3_value *value); // "" for null
model::formula::ValueType typeOfLetter(char letter);

// Runs the body of a callback; nothing is thrown into SQLite's C code.
template <class Body>
void guarded(sqlite3_context *context, Body &&body) noexcept
{
    try {
        body();
    } catch (...) {
        sqlite3_result_error_nomem(context);
    }
}

// Aggregates as classes: step, inverse (a row leaves the frame), value. Made with the first row; one without rows is
// made for the result alone.
template <class State>
struct Aggregate
{
    static State *state(sqlite3_context *context, bool make)
    {
        auto **slot = static_cast<State **>(sqlite3_aggregate_context(context, make ? sizeof(State *) : 0));
        if (slot && !*slot && make)
            *slot = new State;
        return slot ? *slot : nullptr;
    }
    static void step(sqlite3_context *context, int count, sqlite3_value **values) noexcept
    {
        guarded(context, [&] {
            if (State *s = state(context, true))
                s->step(count, values);
        });
    }
    static void inverse(sqlite3_context *context, int count, sqlite3_value **values) noexcept
    {
        guarded(context, [&] {
            if (State *s = state(context, true))
                s->inverse(count, values);
        });
    }
    static void value(sqlite3_context *context) noexcept
    {
        guarded(context, [&] {
            if (State *s = state(context, true))
                setResult(context, s->value());
        });
    }
    static void final(sqlite3_context *context) noexcept
    {
        guarded(context, [&] {
            State *s = state(context, false);
            setResult(context, s ? s->value() : State().value());
            delete s;
        });
    }
    static int add(sqlite3 *database, const char *name, int arguments)
    {
        constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
        return sqlite3_create_window_function(database, name, arguments, flags, nullptr, step, final, value, inverse,
                                              nullptr);
    }
};

// The parts, each in a file of its own; all give a SQLite result code.
int registerScalars(sqlite3 *database);
int registerStatistics(sqlite3 *database);
int registerCollections(sqlite3 *database);

} // namespace tessera::adapters
