// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/settings_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include "app/window/settings.h"
#include "designer/style/tokens.h"

namespace tessera::app {

using designer::ThemeChoice;

SettingsDialog::SettingsDialog(QWidget *parent)
    : QDialog(parent)
    , m_theme(new QComboBox(this))
    , m_author(new QLineEdit(settings::author(), this))
    , m_before(settings::theme())
{
    setObjectName(QStringLiteral("settings"));
    setWindowTitle(tr("Settings"));
    m_theme->setObjectName(QStringLiteral("settingsTheme"));
    m_theme->addItem(tr("Like the system"), static_cast<int>(ThemeChoice::System));
    m_theme->addItem(tr("Light"), static_cast<int>(ThemeChoice::Light));
    m_theme->addItem(tr("Dark"), static_cast<int>(ThemeChoice::Dark));
    m_theme->setCurrentIndex(m_theme->findData(static_cast<int>(m_before)));
    m_theme->setToolTip(tr("Colours of the window. Pages keep the theme of their workbook."));
    m_author->setObjectName(QStringLiteral("settingsAuthor"));
    m_author->setToolTip(tr("Stands beside every step of the history."));
    m_author->setMinimumWidth(240);
    auto *note = new QLabel(tr("The author's name stands beside every step of the history."), this);
    note->setProperty("role", QStringLiteral("hint"));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(designer::space::l);
    form->setVerticalSpacing(designer::space::m);
    form->addRow(tr("&Theme"), m_theme);
    form->addRow(tr("&Author"), m_author);
    form->addRow(QString(), note);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(designer::space::xl, designer::space::xl, designer::space::xl, designer::space::l);
    layout->setSpacing(designer::space::xl);
    layout->addLayout(form);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_theme, &QComboBox::currentIndexChanged, this,
            [this] { Q_EMIT themeChosen(static_cast<ThemeChoice>(m_theme->currentData().toInt())); });
}

void SettingsDialog::accept()
{
    settings::setTheme(static_cast<ThemeChoice>(m_theme->currentData().toInt()));
    settings::setAuthor(m_author->text());
    QDialog::accept();
}

void SettingsDialog::reject()
{
    Q_EMIT themeChosen(m_before);
    QDialog::reject();
}

} // namespace tessera::app
