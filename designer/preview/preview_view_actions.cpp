// SPDX-License-Identifier: GPL-3.0-or-later
// What actions ask of the preview beyond its own page: addresses, and formulas over rows.
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QFutureWatcher>
#include <QLabel>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>
#include <QtConcurrent>

#include "designer/formula/formula_desk.h"
#include "designer/preview/preview_view.h"
#include "designer/session/session.h"
#include "designer/style/tokens.h"
#include "model/workbook/formula_probe.h"

namespace tessera::designer {

namespace {

using Rows =
    std::function<model::query::ElementRows(const model::Workbook &, const model::Key &, int, std::stop_token)>;

PreviewStage::Answers answersOf(const Rows &rows, const model::TextProbe &probe, std::size_t count,
                                const std::stop_token &stop)
{
    PreviewStage::Answers answers(count);
    const model::query::ElementRows answer = rows(probe.workbook, probe.key, 1, stop);
    const auto part = answer.parts.find(probe.part);
    if (answer.query.hasErrors() || part == answer.parts.end() || !part->second || part->second->rowCount() == 0)
        return answers;
    for (std::size_t i = 0; i < std::min(count, part->second->columns.size()); ++i)
        answers[i] = part->second->columns[i].data.at(0);
    return answers;
}

} // namespace

bool PreviewView::computeOnRows(const std::vector<std::string> &formulas, std::function<void(const Answers &)> then)
{
    const Rows rows = m_session.formulas().data().rows;
    if (!rows)
        return false;
    auto *watcher = new QFutureWatcher<Answers>(m_asked.get());
    connect(watcher, &QFutureWatcher<Answers>::finished, this, [watcher, then = std::move(then)] {
        watcher->deleteLater();
        const auto go = then; // what follows may end all that is asked
        const Answers answers = watcher->result();
        go(answers);
    });
    watcher->setFuture(
        QtConcurrent::run([rows, probe = model::makeTextProbe(m_session.workbook(), formulas), count = formulas.size(),
                           stop = m_stop.get_token()] { return answersOf(rows, probe, count, stop); }));
    return true;
}

// Whoever went away is not surprised by what an action does later.
void PreviewView::forgetQuestions()
{
    m_stop.request_stop();
    m_stop = {};
    for (QObject *question : m_asked->children())
        question->disconnect(this);
    m_asked.release()->deleteLater();
    m_asked = std::make_unique<QObject>();
}

void PreviewView::openUrl(const QString &address)
{
    const QUrl url(address.trimmed(), QUrl::TolerantMode);
    static const QStringList known{u"https"_qs, u"http"_qs, u"mailto"_qs, u"tel"_qs};
    if (!url.isValid() || !known.contains(url.scheme())) {
        say(tr("“%1” is no web address, so it is not opened from here.").arg(address));
        return;
    }
    auto *dialog = new QDialog(this);
    dialog->setObjectName(QStringLiteral("openAddress"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Open an address"));
    auto *words = new QLabel(tr("The workbook leads to this address. Open it in the browser?"), dialog);
    auto *where = new QLabel(url.toDisplayString(QUrl::FullyEncoded), dialog);
    where->setObjectName(QStringLiteral("address"));
    where->setTextFormat(Qt::PlainText);
    where->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    where->setWordWrap(true);
    where->setMinimumWidth(420);
    QFont strong = where->font();
    strong.setBold(true);
    where->setFont(strong);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Open | QDialogButtonBox::Cancel, dialog);
    buttons->button(QDialogButtonBox::Open)->setDefault(true);
    buttons->button(QDialogButtonBox::Open)->setFocus();
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    layout->setSpacing(space::l);
    layout->addWidget(words);
    layout->addWidget(where);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    connect(dialog, &QDialog::accepted, this, [this, url] {
        if (!QDesktopServices::openUrl(url))
            say(tr("No program took the address."));
    });
    dialog->open();
}

} // namespace tessera::designer
