// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/settings_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/window/settings.h"
#include "designer/style/tokens.h"

namespace tessera::app {

using designer::ThemeChoice;

SettingsDialog::SettingsDialog(QWidget *parent)
    : QDialog(parent)
    , m_theme(new QComboBox(this))
    , m_author(new QLineEdit(settings::author(), this))
    , m_profile(new QLineEdit(settings::profilePath(), this))
    , m_pictures(new QCheckBox(tr("&Load pictures from the web"), this))
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
    m_profile->setObjectName(QStringLiteral("settingsProfile"));
    m_profile->setPlaceholderText(tr("None: gates are listed as steps"));
    m_profile->setToolTip(
        tr("A JSON file that says which features and connections your organisation has. It counts from the next "
           "workbook that is opened."));
    m_pictures->setObjectName(QStringLiteral("settingsPictures"));
    m_pictures->setChecked(settings::webPictures());
    m_pictures->setToolTip(tr(
        "Pictures of web addresses are fetched, and kept on this computer. Their servers learn that somebody looks."));
    auto *note = new QLabel(tr("The author's name stands beside every step of the history."), this);
    note->setProperty("role", QStringLiteral("hint"));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(designer::space::l);
    form->setVerticalSpacing(designer::space::m);
    form->addRow(tr("&Theme"), m_theme);
    form->addRow(tr("&Author"), m_author);
    form->addRow(QString(), note);
    form->addRow(tr("Organisation &profile"), profileField());
    form->addRow(QString(), m_pictures);
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

QWidget *SettingsDialog::profileField()
{
    auto *field = new QWidget(this);
    auto *line = new QHBoxLayout(field);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(designer::space::s);
    auto *choose = new QPushButton(tr("&Choose…"), field);
    choose->setObjectName(QStringLiteral("settingsChooseProfile"));
    choose->setToolTip(tr("Choose the file of the organisation profile"));
    line->addWidget(m_profile, 1);
    line->addWidget(choose);
    field->setFocusProxy(m_profile);
    connect(choose, &QPushButton::clicked, this, &SettingsDialog::chooseProfile);
    return field;
}

void SettingsDialog::chooseProfile()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Organisation profile"), m_profile->text(), tr("JSON (*.json)"));
    if (!path.isEmpty())
        m_profile->setText(path);
}

void SettingsDialog::accept()
{
    settings::setTheme(static_cast<ThemeChoice>(m_theme->currentData().toInt()));
    settings::setAuthor(m_author->text());
    settings::setProfilePath(m_profile->text());
    settings::setWebPictures(m_pictures->isChecked());
    QDialog::accept();
}

void SettingsDialog::reject()
{
    Q_EMIT themeChosen(m_before);
    QDialog::reject();
}

} // namespace tessera::app
