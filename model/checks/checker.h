// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QList>

#include "model/change/change_set.h"
#include "model/checks/diagnostic.h"
#include "model/checks/rule.h"

namespace tessera::model {

class Catalogue;
struct OrganisationProfile;

// Judges a whole workbook. The order of findings is fixed: the workbook's own trees, pages, overlays, panels, elements,
// then the layout, each in document order. Never throws, whatever the bodies look like.
// Without a catalogue the rules that need it (required and unknown fields, enums) stay silent.
class Checker
{
public:
    Checker() = default;
    // `profile`: what the organisation has, when somebody told; both must outlive the checker.
    explicit Checker(const Catalogue &catalogue, const OrganisationProfile *profile = nullptr)
        : m_catalogue(&catalogue)
        , m_profile(profile)
    {
    }

    QList<Diagnostic> check(const Workbook &workbook) const;

private:
    const Catalogue *m_catalogue = nullptr;
    const OrganisationProfile *m_profile = nullptr;
};

// The same findings, kept up to date: an edit costs what it touches. Lives on one thread; any snapshot may be checked.
class IncrementalChecker
{
public:
    IncrementalChecker();
    // Both must outlive the checker.
    explicit IncrementalChecker(const Catalogue &catalogue, const OrganisationProfile *profile = nullptr);
    ~IncrementalChecker();

    // Checks everything anew.
    void reset(const Workbook &workbook);
    // Brings the findings up to date; `changes` must describe everything between the last state and `workbook`.
    void update(const Workbook &workbook, const ChangeSet &changes);

    QList<Diagnostic> diagnostics() const;
    int checkedUnits() const; // objects and layout nodes the last call looked at, for tests and measurements

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace tessera::model
