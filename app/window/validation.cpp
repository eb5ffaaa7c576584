// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/validation.h"

#include <QtConcurrent>

#include "designer/session/session.h"
#include "model/checks/checker.h"
#include "model/checks/findings.h"

namespace tessera::app {

namespace {

constexpr int settleMs = 60; // edits that follow each other are judged together

} // namespace

Validation::Validation(designer::Session &session, QList<model::Diagnostic> fixed,
                       std::optional<model::OrganisationProfile> profile, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_fixed(std::move(fixed))
    , m_profile(std::move(profile))
    , m_checker(std::make_shared<model::IncrementalChecker>(session.catalogue(), m_profile ? &*m_profile : nullptr))
{
    m_pool.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    m_timer.setInterval(settleMs);
    connect(&m_timer, &QTimer::timeout, this, &Validation::start);
    connect(&session.document(), &model::Document::applied, this, [this](const model::ChangeSet &changes) {
        m_edited = true;
        m_waiting.push_back({m_session.workbook(), changes});
        m_timer.start();
    });
    m_session.setDiagnostics(m_fixed);
    m_waiting.push_back({m_session.workbook(), {}});
    run(std::exchange(m_waiting, {}), true);
}

Validation::~Validation()
{
    m_pool.waitForDone();
}

void Validation::start()
{
    if (!m_running && !m_waiting.empty())
        run(std::exchange(m_waiting, {}), false);
}

void Validation::run(std::vector<Step> steps, bool whole)
{
    m_running = true;
    QtConcurrent::run(&m_pool, [checker = m_checker, steps = std::move(steps), whole] {
        for (const Step &step : steps) {
            if (whole)
                checker->reset(step.workbook);
            else
                checker->update(step.workbook, step.changes);
        }
        return checker->diagnostics();
    }).then(this, [this](const QList<model::Diagnostic> &found) { take(found); });
}

void Validation::take(QList<model::Diagnostic> found)
{
    m_running = false;
    if (!m_waiting.empty()) { // newer edits wait: their answer will do
        start();
        return;
    }
    // Once somebody has edited, the workbook here is what counts.
    m_session.setDiagnostics(m_edited ? m_fixed + found : model::joined(m_fixed, found));
    Q_EMIT finished();
}

} // namespace tessera::app
