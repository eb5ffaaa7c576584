// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "designer/preview/preview_actions.h"
#include "model/workbook/views/effect_view.h"

namespace tessera::designer {

// What the parts of one action come to: from what was selected, from controls, and from answers over rows where they
// are known.
class ActionValues
{
public:
    // What `place` names is copied: an effect may close or rebuild what shows the host.
    ActionValues(const ActionPlace &place, PreviewStage &stage);

    const model::Workbook &workbook() const { return m_workbook; }
    const model::Object &host() const { return m_host; }
    LiveData *data() const { return m_data; }
    const PickedRow &selected() const { return m_selected; }
    FormValues *form() const; // that the host is; null: none, or it is gone
    PreviewStage &stage() const { return m_stage; }

    // Formulas a part has that only rows can tell, as the engine takes them.
    std::vector<std::string> needsOf(const model::EffectView &effect) const;
    std::vector<std::string> needsOf(const std::string &conditionPointer) const;
    std::vector<std::string> needsOf(const QString &text) const;
    void learn(const std::vector<std::string> &formulas, const PreviewStage::Answers &answers);
    void forget() { m_answers.clear(); } // an effect changed what they were computed from

    std::optional<model::Value> formula(const std::string &formula) const;
    // None: it cannot be told here.
    std::optional<model::query::ControlValue> valueOf(const model::ValueSourceView &source) const;
    std::optional<bool> holds(const std::string &conditionPointer) const; // none: which is said
    // A text with its {{formulas}} computed; none where one cannot be.
    std::optional<QString> filled(const QString &text) const;

private:
    void need(const std::string &formula, std::vector<std::string> &needs) const;
    void need(const model::ValueSourceView &source, std::vector<std::string> &needs) const;
    bool columnHolds(const model::ActionCondition &condition) const;
    bool constantHolds(const model::ActionCondition &condition) const;

    model::Workbook m_workbook;
    model::Object m_host;
    LiveData *m_data;
    PickedRow m_selected;
    bool m_isForm;
    PreviewStage &m_stage;
    std::map<std::string, model::Value> m_answers; // by formula as the engine takes it
};

} // namespace tessera::designer
