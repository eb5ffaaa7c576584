// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/random_edits.h"

namespace tessera::test {

// The editing run that is killed and the one it is compared with are the same for the same seed.
class CrashScript
{
public:
    explicit CrashScript(unsigned seed) : m_random(seed), m_start(m_random.workbook(10)) {}

    const model::Workbook &start() const { return m_start; }
    void step(model::Document &document) { (void)m_random.step(document); }

private:
    RandomEdits m_random;
    model::Workbook m_start;
};

} // namespace tessera::test
