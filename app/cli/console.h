// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <string>

#include <QString>

#include "model/base/result.h"

namespace tessera::app {

// Where a command writes: results to the first stream, messages to the second, both as UTF-8.
class Console
{
public:
    explicit Console(std::FILE *out = stdout, std::FILE *err = stderr);

    void out(const QString &line); // a newline is added
    void outText(const std::string &text);
    void err(const QString &line);
    // "FILE:LINE:COLUMN: what happened", and the hint on a line of its own.
    void err(const model::Error &error, const QString &file = {});

    // Whether all results reached the stream; false for a full disk or a closed pipe.
    bool flush();

private:
    std::FILE *m_out;
    std::FILE *m_err;
    bool m_ok = true;
};

// "FILE:LINE:COLUMN" with the parts that are known.
QString placeText(const model::Location &where);

} // namespace tessera::app
