// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "adapters/codec/workbook_file.h"
#include "designer/canvas/element_clipboard.h"
#include "designer/code/code_pane.h"
#include "designer/grid/row_grid.h"
#include "model/checks/profile.h"
#include "model/schema/catalogue.h"
#include "model/table/row_store.h"

namespace tessera::app {

// Where the designer's wishes meet the adapters: the only place that names concrete ones.
class Composition
{
public:
    // Errors: a catalogue that does not load (a fault of the program).
    static model::Result<std::unique_ptr<Composition>> create();

    const model::Catalogue &catalogue() const { return m_catalogue; } // with what the user imported
    // Why the user's layer of the catalogue was left out; the window tells.
    const std::optional<model::Error> &layerProblem() const { return m_layerProblem; }

    designer::RowFiles rowFiles() const;
    // `original`: the file the workbook came from, as it is at the moment of the call.
    designer::CodeSource codeSource(std::function<adapters::LoadedWorkbook()> original) const;
    designer::ClipText clipText() const;

    struct PackageRequest
    {
        model::Workbook workbook;
        adapters::LoadedWorkbook original;
        const model::RowStore *rows = nullptr;             // a copy of its own, or none
        QList<model::Diagnostic> steps;                    // for the checklist, beside what the checks find
        std::optional<model::OrganisationProfile> profile; // what the organisation has, when somebody told
        bool force = false;                                // although there are errors
        std::function<void(int percent)> progress;         // called on the worker's thread
        std::function<bool()> cancelled;
    };
    // The bytes of a package. Runs on any thread. Errors: Invalid while the checks find errors (unless forced);
    // Cancelled; Io.
    model::Result<std::string> buildPackage(const PackageRequest &request) const;

private:
    explicit Composition(model::Catalogue catalogue) : m_catalogue(std::move(catalogue)) {}

    model::Catalogue m_catalogue;
    std::optional<model::Error> m_layerProblem;
};

} // namespace tessera::app
