// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/panels/problems_model.h"

#include <algorithm>

#include <QCoreApplication>
#include <QIcon>

#include "designer/panels/kind_look.h"
#include "designer/style/icon.h"
#include "model/base/text.h"

namespace tessera::designer {

using namespace model;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::Severities)
};

QString objectTitle(const Session &session, const Diagnostic &diagnostic)
{
    const auto collection = collectionOf(diagnostic.target.scope);
    if (collection) {
        const Workbook &workbook = session.workbook();
        if (const Object *object = workbook.list(*collection).find(diagnostic.target.key))
            return titleOf(session.catalogue(), diagnostic.target.scope, *object);
    }
    return toQString(diagnostic.element);
}

} // namespace

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return Text::tr("Error");
    case Severity::Warning:
        return Text::tr("Warning");
    case Severity::Info:
        return Text::tr("Note");
    case Severity::Manual:
        return Text::tr("By hand");
    }
    return {};
}

QIcon severityIcon(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return icon(QStringLiteral("circle-x"), Ink::Danger);
    case Severity::Warning:
        return icon(QStringLiteral("triangle-alert"), Ink::Warn);
    case Severity::Info:
        return icon(QStringLiteral("info"), Ink::Info);
    case Severity::Manual:
        return icon(QStringLiteral("clipboard-check"), Ink::Secondary);
    }
    return {};
}

QString severityCount(Severity severity, int count)
{
    switch (severity) {
    case Severity::Error:
        return count == 1 ? Text::tr("1 error") : Text::tr("%1 errors").arg(count);
    case Severity::Warning:
        return count == 1 ? Text::tr("1 warning") : Text::tr("%1 warnings").arg(count);
    case Severity::Info:
        return count == 1 ? Text::tr("1 note") : Text::tr("%1 notes").arg(count);
    case Severity::Manual:
        return count == 1 ? Text::tr("1 step by hand") : Text::tr("%1 steps by hand").arg(count);
    }
    return {};
}

ProblemsModel::ProblemsModel(Session &session, QObject *parent) : QAbstractTableModel(parent), m_session(session)
{
    reload();
    connect(&session, &Session::diagnosticsChanged, this, &ProblemsModel::reload);
}

void ProblemsModel::reload()
{
    beginResetModel();
    m_rows.clear();
    std::fill(std::begin(m_counts), std::end(m_counts), 0);
    for (const Diagnostic &diagnostic : m_session.diagnostics()) {
        ++m_counts[static_cast<int>(diagnostic.severity)];
        if (isShown(diagnostic.severity))
            m_rows.append(diagnostic);
    }
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [](const Diagnostic &a, const Diagnostic &b) { return a.severity < b.severity; });
    endResetModel();
}

int ProblemsModel::total() const
{
    int sum = 0;
    for (const int count : m_counts)
        sum += count;
    return sum;
}

void ProblemsModel::setShown(Severity severity, bool shown)
{
    if (shown)
        m_hidden.remove(static_cast<int>(severity));
    else
        m_hidden.insert(static_cast<int>(severity));
    reload();
}

const Diagnostic *ProblemsModel::at(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr;
}

int ProblemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ProblemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProblemsModel::data(const QModelIndex &index, int role) const
{
    const Diagnostic *diagnostic = at(index.row());
    if (!diagnostic)
        return {};
    if (role == Qt::ToolTipRole)
        return diagnostic->hint.isEmpty() ? diagnostic->message : diagnostic->message + u'\n' + diagnostic->hint;
    if (role == Qt::DecorationRole)
        return index.column() == SeverityColumn ? QVariant(severityIcon(diagnostic->severity)) : QVariant();
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case SeverityColumn:
        return severityWord(diagnostic->severity);
    case MessageColumn:
        return diagnostic->waiver.isEmpty() ? diagnostic->message
                                            : tr("Waived (%1): %2").arg(diagnostic->waiver, diagnostic->message);
    case ElementColumn:
        return objectTitle(m_session, *diagnostic);
    case RuleColumn:
        return toQString(diagnostic->rule);
    default:
        return {};
    }
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SeverityColumn:
        return tr("Kind");
    case MessageColumn:
        return tr("What");
    case ElementColumn:
        return tr("Where");
    case RuleColumn:
        return tr("Rule");
    default:
        return {};
    }
}

} // namespace tessera::designer
