// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/widgets/shortcut_page.h"

#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "designer/style/icon.h"
#include "designer/style/tokens.h"
#include "designer/widgets/action_catalogue.h"
#include "designer/widgets/search_field.h"

namespace tessera::designer {

namespace {

QString keysOf(const ActionSpec &spec)
{
    QStringList texts;
    for (const QKeySequence &keys : spec.shortcuts)
        texts.append(keys.toString(QKeySequence::NativeText));
    return texts.join(QStringLiteral(", "));
}

void fill(QTreeWidget *tree)
{
    QTreeWidgetItem *parent = nullptr;
    QString group;
    for (const ActionSpec &spec : allActions()) {
        if (const QString name = groupName(spec.group).remove(u'&'); !parent || name != group) {
            group = name;
            parent = new QTreeWidgetItem(tree, {name});
            parent->setFirstColumnSpanned(true);
        }
        QString text = spec.text;
        auto *item = new QTreeWidgetItem(parent, {text.remove(u'&').remove(QChar(u'…')), keysOf(spec), spec.help});
        item->setIcon(0, icon(spec.icon));
        item->setToolTip(2, spec.help);
    }
    tree->expandAll();
}

void filter(QTreeWidget *tree, const QString &text)
{
    for (int g = 0; g < tree->topLevelItemCount(); ++g) {
        QTreeWidgetItem *group = tree->topLevelItem(g);
        bool any = false;
        for (int i = 0; i < group->childCount(); ++i) {
            QTreeWidgetItem *item = group->child(i);
            const bool shown =
                item->text(0).contains(text, Qt::CaseInsensitive) || item->text(1).contains(text, Qt::CaseInsensitive);
            item->setHidden(!shown);
            any |= shown;
        }
        group->setHidden(!any);
    }
}

} // namespace

ShortcutPage::ShortcutPage(QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("shortcutPage"));
    setWindowTitle(tr("Keyboard shortcuts"));
    resize(760, 560);
    auto *search = new SearchField(tr("Find a command or a key"), this);
    auto *tree = new QTreeWidget(this);
    tree->setAccessibleName(tr("Commands and keys"));
    tree->setHeaderLabels({tr("Command"), tr("Keys"), tr("What it does")});
    tree->setRootIsDecorated(false);
    tree->setIndentation(space::s);
    tree->setSelectionMode(QAbstractItemView::SingleSelection);
    fill(tree);
    tree->header()->resizeSection(0, 220);
    tree->header()->resizeSection(1, 170);
    search->setTarget(tree);
    connect(search, &QLineEdit::textChanged, tree, [tree](const QString &text) { filter(tree, text); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::l, space::l, space::l, space::l);
    layout->addWidget(search);
    layout->addWidget(tree, 1);
}

} // namespace tessera::designer
