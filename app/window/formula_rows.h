// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>

#include "adapters/query/local_tables.h"
#include "designer/formula/formula_data.h"
#include "model/query/element_rows.h"

namespace tessera::app {

// The window's tables as formula editors ask for them on workers: those the page reads, where they come from and what
// the controls hold, as it is at the moment of asking.
class FormulaTables
{
public:
    struct State
    {
        adapters::LocalSettings local;
        model::query::ControlValues controls;
    };

    explicit FormulaTables(std::shared_ptr<adapters::TableStore> store) : m_store(std::move(store)) {}

    adapters::TableStore &store() const { return *m_store; }
    void set(adapters::LocalSettings local, model::query::ControlValues controls);
    State state() const;

private:
    std::shared_ptr<adapters::TableStore> m_store;
    mutable std::mutex m_mutex; // guards what follows
    State m_state;
};

// Rows and outside columns for formula editors.
designer::FormulaData makeFormulaData(std::shared_ptr<FormulaTables> tables);

} // namespace tessera::app
