// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "designer/session/live_data.h"
#include "hand_rows.h"

namespace tessera::tests {

// Data that says what it was asked, and answers by hand.
class HandData : public designer::LiveData
{
public:
    HandRows rows = everyAnswer();
    std::vector<model::Key> watched;
    std::vector<designer::QueryRun> log;
    std::map<model::Key, model::query::ElementRowsPtr> kept;

    model::query::ElementRowsPtr rowsOf(const model::Key &element) const override
    {
        auto &known = const_cast<HandData *>(this)->kept;
        if (!known.count(element))
            known[element] = rows.rowsOf(element);
        return known[element];
    }
    const model::query::ControlValues &controls() const override { return rows.controls(); }
    void watch(const std::vector<model::Key> &elements) override { watched = elements; }
    void setControl(const std::string &handle, std::optional<model::query::ControlValue> value) override
    {
        if (value)
            rows.m_controls[handle] = *value;
        else
            rows.m_controls.erase(handle);
        Q_EMIT controlsChanged();
    }
    void resetControls() override
    {
        rows.m_controls.clear();
        Q_EMIT controlsChanged();
    }
    const std::vector<designer::QueryRun> &runs() const override { return log; }
    void clearRuns() override { log.clear(); }
    void change(const model::Key &element)
    {
        kept.erase(element);
        Q_EMIT changed(element);
    }
};

} // namespace tessera::tests
