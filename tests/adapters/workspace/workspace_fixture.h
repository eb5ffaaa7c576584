// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>

#include <QObject>
#include <QTemporaryDir>

#include "adapters/workspace/workspace.h"
#include "model/base/text.h"

namespace tessera::test {

// A page with a chart and an input table.
inline model::Workbook sample()
{
    model::Workbook workbook;
    workbook.meta["name"] = "Sales";
    workbook.pages.append(model::Object("p", {{"id", "p"}, {"name", "Page"}}));
    workbook.elements.append(model::Object("a", {{"id", "a"}, {"kind", "bar-chart"}, {"name", "A"}}));
    workbook.elements.append(model::Object("plan", {{"id", "plan"}, {"kind", "input-table"}}));
    model::LayoutSubtree page{1, {model::NodeKind::Page, "p", {}, 24, {}}, {}};
    page.children.push_back({2, {model::NodeKind::Element, "a", model::GridRect{0, 0, 12, 8}, 24, {}}, {}});
    workbook.layout.insert(model::rootNode, 0, page);
    return workbook;
}

inline model::Transaction renamed(const std::string &from, const std::string &to)
{
    model::Transaction t;
    t.label = QStringLiteral("Rename");
    t.changes.push_back(model::SetProperty{model::Scope::Element, "a", "/name", model::Json(from), model::Json(to)});
    return t;
}

inline model::Transaction rowAdded(model::RowId row, std::int64_t position, const char *name)
{
    model::Transaction t;
    t.label = QStringLiteral("Add row");
    t.changes.push_back(
        model::RowsChange{"plan", {{row, position, std::nullopt, model::Json{{"name", name}, {"amount", row}}}}});
    return t;
}

// Each test has a folder of its own with a path for one workspace file in it.
class WorkspaceFixture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(QStringLiteral("w.tessera"));
    }

protected:
    std::unique_ptr<adapters::Workspace> opened() const
    {
        auto workspace = adapters::Workspace::open(m_path);
        if (!workspace)
            qFatal("%s %s", qPrintable(workspace.error().message), qPrintable(workspace.error().detail));
        return std::move(*workspace);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

} // namespace tessera::test
