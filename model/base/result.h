// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <utility>

#include <QString>

#include <tl/expected.hpp>

namespace tessera::model {

// Where something went wrong. Every part may be unknown: an empty file, a line of 0, an empty pointer.
struct Location
{
    QString file;
    int line = 0;        // 1-based, 0: unknown
    int column = 0;      // 1-based, counted in characters, 0: unknown
    std::string pointer; // RFC 6901 pointer into the file or the object named by `object`
    std::string object;  // id of the element, page, overlay, panel or action concerned

    bool operator==(const Location &) const = default;
};

enum class ErrorCode
{
    Invalid,   // the input is wrong
    NotFound,  // a named thing does not exist
    Conflict,  // a change does not fit the present state
    Io,        // the operating system refused
    ReadOnly,  // writing is not possible here
    TooNew,    // made by a newer version of this program
    Limit,     // larger or deeper than accepted
    Cancelled, // a person stopped it: show nothing
    Unsupported,
};

// What failed, on what, and what to do next. `message` and `hint` are translated sentences for a person; `detail` is
// the technical text of a library or the system, never shown first.
struct Error
{
    ErrorCode code = ErrorCode::Invalid;
    QString message;
    QString hint = {};
    QString detail = {};
    Location where = {};

    bool operator==(const Error &) const = default;
};

template <class T>
using Result = tl::expected<T, Error>;

using Unexpected = tl::unexpected<Error>;

[[nodiscard]] inline Unexpected fail(ErrorCode code, QString message, QString hint = {}, Location where = {})
{
    return Unexpected(Error{code, std::move(message), std::move(hint), {}, std::move(where)});
}

[[nodiscard]] inline Unexpected fail(Error error)
{
    return Unexpected(std::move(error));
}

} // namespace tessera::model
