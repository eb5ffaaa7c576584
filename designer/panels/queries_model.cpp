// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/panels/queries_model.h"

#include <QDateTime>
#include <QIcon>

#include "designer/panels/kind_look.h"
#include "designer/style/icon.h"
#include "model/base/text.h"
#include "model/value/number_format.h"

namespace tessera::designer {

QueriesModel::QueriesModel(Session &session, QObject *parent) : QAbstractTableModel(parent), m_session(session)
{
    connect(&session, &Session::dataChanged, this, &QueriesModel::follow);
    follow();
}

void QueriesModel::follow()
{
    beginResetModel();
    if (LiveData *data = m_session.data()) {
        connect(data, &LiveData::logged, this, [this] {
            beginResetModel();
            endResetModel();
        });
    }
    endResetModel();
}

const QueryRun *QueriesModel::at(int row) const
{
    const LiveData *data = m_session.data();
    const auto count = data ? static_cast<int>(data->runs().size()) : 0;
    return row >= 0 && row < count ? &data->runs()[static_cast<std::size_t>(count - 1 - row)] : nullptr;
}

int QueriesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_session.data() ? 0 : static_cast<int>(m_session.data()->runs().size());
}

int QueriesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString QueriesModel::words(const QueryRun &run, int column) const
{
    switch (column) {
    case ElementColumn: {
        const model::Object *element = m_session.workbook().element(run.element);
        return element ? titleOf(m_session.catalogue(), model::Scope::Element, *element) : tr("(removed)");
    }
    case StartedColumn:
        return QDateTime::fromMSecsSinceEpoch(run.startedMs).toString(QStringLiteral("HH:mm:ss"));
    case TimeColumn:
        return run.cached ? QString() : tr("%1 ms").arg(run.milliseconds, 0, 'f', run.milliseconds < 10 ? 1 : 0);
    case RowsColumn:
        return run.rows < 0 ? QStringLiteral("–") : model::plainNumber(double(run.rows));
    case OriginColumn:
        return run.cancelled            ? tr("Cancelled")
               : !run.failure.isEmpty() ? run.failure
               : run.cached             ? tr("From the cache")
                                        : tr("Computed");
    default:
        return {};
    }
}

QVariant QueriesModel::data(const QModelIndex &index, int role) const
{
    const QueryRun *run = at(index.row());
    if (!run)
        return {};
    if (role == Qt::DisplayRole)
        return words(*run, index.column());
    if (role == Qt::TextAlignmentRole && (index.column() == TimeColumn || index.column() == RowsColumn))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::DecorationRole && index.column() == OriginColumn)
        return run->failure.isEmpty() ? QIcon(icon(run->cached ? QStringLiteral("zap") : QStringLiteral("database")))
                                      : icon(QStringLiteral("triangle-alert"), Ink::Warn);
    if (role == Qt::ToolTipRole)
        return run->failure.isEmpty() ? run->sql.left(2000) : run->failure;
    return {};
}

QVariant QueriesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ElementColumn:
        return tr("Element");
    case StartedColumn:
        return tr("Started");
    case TimeColumn:
        return tr("Time");
    case RowsColumn:
        return tr("Rows");
    case OriginColumn:
        return tr("Result");
    default:
        return {};
    }
}

} // namespace tessera::designer
