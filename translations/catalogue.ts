<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>SchemaCatalogue</name>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unique in the whole workbook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What people call it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What starts it. Several actions on one trigger run at the same time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A disabled action does nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens, one after another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Success message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown when all effects are done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the action is for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show a message at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whenever it happens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only if</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only when a condition holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What starts it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the value is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value, or nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text or an ISO date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An element of this workbook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The element. Here the key has no Id at its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page of this workbook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page. Here the key has no Id at its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A certain tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 is the first tab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next or previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the tab that is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which way to go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorts the rows of a table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the first to the last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pivot or chart column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorts the values of one column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column whose values are ordered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up or down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another column that decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aggregate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How several values become one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where empty values go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column to sort by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When this branch is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otherwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens when no condition held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One element.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A report of the organisation; not for downloads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id of the report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma-separated text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat headings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write grouped headings on every row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A spreadsheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Include details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a sheet about the export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows as objects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction of the pages. Required; the words are not confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the pages. Required; the words are not confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Controls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One effect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sequence made in Sigma; it can be named but not defined here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id of the sequence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the step is called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table that is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input table (older key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older files write table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is compared with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written in the steps of an agent&apos;s tool.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the step is called in an agent&apos;s tool.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reader clicks it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reader selects a cell or a mark; formulas can read the row as [Selection/Column].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reader changes the control.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reader clicks the main button of the overlay or form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reader clicks the second button of the overlay or form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The overlay is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A formula that gives true or false; it can read controls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example [Status] = &quot;open&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tests a column of the selected row; only after a selection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column that is tested.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it is tested.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column (older key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older files write column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compares with a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it is compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always the same value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type and value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a control holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handle of the control. Here the key has no Id at its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computed; [Selection/Column] works after a selection only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A column of the selected row; only after a selection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column of the element that is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range of selected columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two columns of the selected row as ends; with neither it matches everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column with the lower end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column with the upper end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From (older key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigma forgets this key in silence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To (older key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range of formulas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two formulas as ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was entered in a form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field of the form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the agent hands over; only in the steps of its tools.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed recipients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipients of an export, written here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computed recipients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipients of an export, computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the recipients come from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All rows for which a formula over the table&apos;s columns is true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True means every row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One row by key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row with these key values, mostly of ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of each key column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only where the action stands inside the table; such buttons can be made in Sigma only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows whose column meets a condition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column of the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All controls of a page. In an overlay this clears the page behind it too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page; the one with the action when missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page (older key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigma forgets it; the click then fails with “No target page is selected”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One control. Whether a click works was reported both ways.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handle of the control.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control (older key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older files write control.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Container</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All controls of a container; not proven by a click.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The container.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Container (older key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older files write container.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every control of the workbook; not proven by a click.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reader gets a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends mail; the fields are not confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts to Slack; the fields are not confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microsoft Teams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts to Teams; the fields are not confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SharePoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stores a file in SharePoint; the fields are not confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls an address; the fields are not confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stores a file in a bucket; the fields are not confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives a control a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is set to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to what is chosen, or replace it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control (wrong key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This effect takes control, not controlId.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear controls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes back what the reader chose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One control, or all of a page, container or workbook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the published value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otherwise the control becomes empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to a page or an element of this workbook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page or an element.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page (wrong key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page belongs into target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an overlay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens a modal, drawer or popover.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The overlay to open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlay (older key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older files write overlay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the overlay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes the overlay that is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens a web page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts in {{…}} are computed. Without an address nothing happens, in silence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it opens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens another workbook or report, with controls set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id of the workbook or report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must fit the document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Controls there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handles of controls there, and what they are set to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document (older key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older files write document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows a tab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tabs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tabbed container.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A certain tab, the next or the previous.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tabs (older key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older files write tabbedContainer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds a row to an input table that is not linked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of each column, by column id of the input table; never system columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes rows of an input table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows that are changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New value of each column, by column id of the input table; never system columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removes rows of an input table that is not linked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows that are removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh an element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads the data of an element again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The element to refresh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort an element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorts a table, pivot table or chart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The element to sort.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it is sorted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the row of a card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets the row a single-row container shows. The inner form is not confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key of the row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modify an element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows, hides or moves columns and more. Only the name is documented.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill a form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes values into the fields of a form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of each field, by field id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form (older key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older files write form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empties the form the action stands in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hands out a file of an element; downloads are confirmed, other channels are not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the file goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form of the file; needed for downloads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the file is put on other channels; the form is not confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who gets it; the form is not confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call a service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls an API connector that exists in Sigma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id of the connector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is handed over; the form is not confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call a procedure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can be made in Sigma only: the code form is rejected, and those made there are left out when the workbook is read back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The procedure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send an embed event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tells the page around the workbook. Only the name is documented.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run Python</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs a Python element.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The element to run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python element (older key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older files write element.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear a chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removes the messages of a chat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trigger a plugin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs an effect of a plugin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plugin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plugin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id of the plugin&apos;s effect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plugin (older key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older files write pluginElement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effect (older key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older files write pluginEffect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call an agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks an agent; confirmed in automated actions only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If / else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes one of several branches. In beta in Sigma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first branch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Else if</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More branches, tried in order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken when no condition held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs a sequence made in Sigma; sequences can be named but not defined here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differs from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not contain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starts with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lies between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lies outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dynamic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of yes and no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>!=</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NotBetween</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pivot-table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is one of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tabbed-container</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inputTableEffect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone or nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden pages are for data and helpers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen in older texts; leave the key out instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certain people and teams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only those listed see the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People and teams that see the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ids of people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ids of teams.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words at the top.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close icon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The x at the top.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words on the button.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An action on a hidden button is rejected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Footer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usually Save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usually Cancel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How wide it opens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title and close icon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The buttons at the bottom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The side it slides in from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A shadow over the page behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scrolling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether it stays while the page scrolls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Border</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for a panel that stays in view.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What separates it from the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill; that of the theme when missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the overlay is called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens on its buttons and when it closes. Actions of an overlay cannot reach controls; put a button inside instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not apply to overlays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elements stand in the workbook&apos;s own list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name in the list of panels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages that show it; at most one header and one sidebar for each. None: it is there but unused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page of the workbook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words on the page&apos;s tab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who sees the page; everyone when missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How wide the content may get.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill of the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture behind the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layout belongs to the workbook; here Sigma ignores it and stacks everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A window over the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width, header and footer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slides in from a side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width, side and header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Popover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small box beside a button.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The button that opens it; the button must not have actions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>panels: page headers and page sidebars are not enabled for this workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A strip above the pages. Needs its switch in the workbook&apos;s navigation settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scrolling, border and fill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page sidebar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A strip beside the pages. Needs its switch in the workbook&apos;s navigation settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How wide it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scrolls away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on-secondary-cta-click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small (200 px)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium (260 px)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large (400 px)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column whose values decide the order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How several values become one to sort by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hides the title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A title of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title beside the axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color of the title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height of the letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal or bold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of the axis. A start above the end turns the axis round.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture exports of Sigma draw it linear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How values become positions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Include zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the axis at zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed ends of the axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the zero line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not draw the line at zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hidden axis allows no other key beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words beside the axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values along the axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small lines at the values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type and range of the axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column along the axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the values along the axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title, labels and scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older files write id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn as the chart&apos;s own mark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column with a mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn with a mark of its own (combination charts).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column of the series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How this series is drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the first series stays a bar; Sigma turns later bars into lines without a word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Y axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One series for each column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second Y axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of the first Y axis that use a scale of their own on the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values at the ends of the scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value at the low end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value here makes the scale diverging.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value at the high end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older files write the ends as a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One color</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All marks alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color of the marks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One color for each value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each of its values gets a color.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In axis order, so fix the sorting too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scale from low to high.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its values choose the color.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From low to high.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values at the ends; a middle makes it diverging.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One slice for each of its values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the slices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigma forgets slice colors; change the theme&apos;s category colors instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color of the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show words on the mark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The safest form; a number is a formula too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example 0.45 or Avg([Amount]).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fixed number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An aggregate of a column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How its values become one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line at a value, or a band between two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The axis the value belongs to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the mark stands. A bare number is rejected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the band ends; required for bands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color and width.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words on the mark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trendline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The series the trend follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form of the curve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words on the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value shown at the line; its form is not known for sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words beside the value; their form is not known for sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Totals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Totals above stacked bars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values on the marks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which marks get a label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the values are written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits after the dot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Totals of stacks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words on the slices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the labels say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels by mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels of the bars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels of the lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels of the areas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels of the points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the points are joined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line style of a series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The series; each may be listed once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How its line is drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One entry for each series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map (older form)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older files write a map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance between clusters. Sigma takes it only where the chart has clustered sets of bars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tooltip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether names stand beside the values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show every series at the place. Most kinds forget it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How values are written. Most kinds forget it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden allows no other key beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the legend stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text color</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color of the words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the part about colors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the part about sizes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the name of the column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trellis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One row of small charts for each value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One column of small charts for each value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column (UI form)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Styles a trellis made in Sigma; makes none by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row (UI form)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared axes (UI form)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Styles a trellis made in Sigma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tile size (UI form)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its formula must aggregate; references to other aggregate columns give nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height of the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color of the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is written beside the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color of a rise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color of a fall.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side the content leans to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vertical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the content stands. Sigma leaves center out when it is read back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title above or below the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the comparison stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small line under the number. Reports on whether Sigma draws it differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars that go up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars that go down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars of totals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines between the bars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subtotals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a split or at least two Y columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names or codes of the regions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the names mean. A wrong type draws an empty map without an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the value in the hole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What runs along the chart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values written on the marks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the colors mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown under the pointer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series that need a scale of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One color, by category, or by value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small charts by row and column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines and bands at values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trendlines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need an X axis; exclude stacking and color.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture behind the plot area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens when the reader selects a mark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How all lines are drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markers of all series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line style by series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How single lines are drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points by series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markers of single series; the form is not known for sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the slices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One slice for each value of this column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens when the reader selects a slice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigma forgets a trellis on this kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns written on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns shown under the pointer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look of the base map; the form is not known for sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens when the reader selects a place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quadratic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polynomial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where there is room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minimum and maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All (older spelling)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value and percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name and percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name and value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Straight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top left corner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top right corner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bottom left corner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bottom right corner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Countries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>US states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>US counties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>US ZIP codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>US metropolitan areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>US postal places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canadian provinces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme color</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A color taken from the theme, so it follows light and dark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the theme&apos;s color, for example colors-surface.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hex color such as #0ea5e9, or one of the theme.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed color</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>#rgb, #rrggbb or #rrggbbaa. Sigma writes hex colors in lower case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follows the theme.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A color, or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic or none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transparent shows what is behind; auto lets the theme decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>#rgb, #rrggbb or #rrggbbaa.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colors in the order of the values, or a palette of the theme.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own colors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hex colors without transparency, used in the order of the axis: set the sorting too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Named palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A palette known to the organisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain text, styled text, or hidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Just the words. Formulas refer to the element by them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No title. Sigma forgets the words, so formulas that use the name break later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hides the title; no other key may stand beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hidden title cannot have words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Styled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words with a size, color or weight of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The title. A single blank shows no title. Parts in {{…}} are computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words under the title, or hidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No description.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hides the description.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words under the title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is written under the title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigma rejects a bare text here; it must be an object with text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill of the card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Border color</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs the default padding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Border width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to 3; 0 has been seen and draws none. Needs the default padding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape of the corners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none removes the inner distance; leave it out for the default. It cannot be combined with a border.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corner radius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigma forgets this key; corners are set with borderRadius.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside style Sigma forgets the image; it belongs beside style.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill of the control.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the picture comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the picture fills the area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bare address is rejected; wrap it in source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture on the web.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is loaded from an address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An https address. SVG data addresses are blocked before they reach Sigma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uploaded picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comes back from Sigma for pictures that were uploaded there; kept as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the picture is scaled into the area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Horizontal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which part stays visible when the picture is cut at the sides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which part stays visible when the picture is cut above and below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat small pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wrapped form other elements use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A column of this element. It may sit on one channel only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older files write id; Sigma takes columnId only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number or date format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the values stand in their cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unique in the element. Channels, filters and sorting refer to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What people and formulas call the column. A / in the name breaks references.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the column computes, for example Sum([Orders/Amount]).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How values are written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words for people who wonder what the column means.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not shown, but still usable in formulas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alignment and width.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As elements write it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where rows without a value go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unique in the workbook and kept by Sigma as it is. The layout refers to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The title on the card. Formulas of other elements refer to this element by its words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background, border, corners and padding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the rows come from: another element, a warehouse table, SQL, a data model, or a combination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The columns of this element.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that do not pass are left out. One filter for each column; values are fixed, use a control for choices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text without data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown in place of an empty result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer as source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether people can pick this element as a source in Sigma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens when the reader selects a mark or a cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Center</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left (older spelling)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Center (older spelling)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right (older spelling)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top (older spelling)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bottom (older spelling)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Descending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ascending (older spelling)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Descending (older spelling)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the warehouse does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count distinct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extra small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extra large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Square</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week from Sunday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week from Monday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surrounding page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transparent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only shrink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>styled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table that is filtered. Charts cannot be targets: filter the table they read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column of that table. Sigma does not check it: a wrong one does nothing, in silence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values of a column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table the column belongs to; maps cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column whose values are offered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another column whose values are shown instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values written here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the values are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The choices, in order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the value itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words for the values, in the same order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always a column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table the categories belong to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column the values come from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A level, from the outer to the inner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table that follows the chosen level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column for this level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This level does nothing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One for each level, in their order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the column is named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The element the column belongs to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column that colors the chart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A chart that follows the legend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column on the chart&apos;s color.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formulas read the value as [Handle], text as {{[Handle]}}, SQL as {{Handle}}. Unique in the workbook, and different from the columns of filtered elements.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words above the control.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label (wrong key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Controls are labelled with name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background and corners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data model parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Binds the control to parameters of a data model; the form is not known for sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens when the reader changes the control.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tables this control filters, and by which column. Several controls on one table must all agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether rows without a value pass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How rows are compared with the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether capitals matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets the reader choose how to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text before anyone types.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meaning when off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off shows false rows, or everything. The spelling is not confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On or off before anyone touches it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether rows without a value pass; not confirmed for this type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How rows are ranked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts go with rank functions, percents with percentile functions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many percent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropdown select multi filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one or several values from a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the choices come from. An own list without values shows those of the filtered column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many values may be chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep or drop the chosen values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen before anyone touches it; none means all. Sigma forgets values the column does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen before anyone touches it. Sigma forgets a value the column does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segmented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>buttons radio toggle choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few choices side by side, up to about seven.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the choices come from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen before anyone touches it; empty for none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the choice can be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search type string</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line of text to search for, or to use in formulas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note comment long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several lines of text, mostly for notes that actions write away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number to compare with, or to use in formulas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How rows are compared with the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number before anyone types.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between min max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers between two ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower end before anyone touches it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper end before anyone touches it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance between numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mode (older key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written by older files together with values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older spelling of low.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older spelling of high.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values (older key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigma forgets it; use low and high.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>threshold parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number on a scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of the scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance between stops.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number before anyone touches it. A nested value is rejected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From (wrong key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigma forgets it and the scale becomes 0 to 100; use low.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To (wrong key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigma forgets it and the scale becomes 0 to 100; use high.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range slider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of a scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower handle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen before anyone touches it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper handle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How rows are compared with the day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fixed day, or one counted from now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>period from to last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fixed or moving range of days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the range is said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many units. Nested ends in value are forgotten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Include today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count the running day, month and so on as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day; open when missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day; open when missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>boolean yes no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes or no, as a box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>boolean on off toggle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On or off, as a switch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank best worst limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest or smallest, as many as the reader likes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hierarchy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tree levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branches of a hierarchy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep or drop the branches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each a path from the outer to the inner value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigma answers “Invalid source for hierarchy control”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>level dimension switch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chooses the level at which targets are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table the levels belong to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the outer to the inner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables that follow the level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column of the level shown first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>color interactive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A legend the reader can click. Best copied from a workbook made in Sigma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column that colors the charts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The charts that follow the legend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mirror copy second page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second look at another control: both always agree. It has nothing of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Primary control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handle of the control that is mirrored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label comes from the primary control.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The targets are those of the primary control.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values are those of the primary control.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File upload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file attach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes a file. In beta; its fields are not documented.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropdown (rejected)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Radio (rejected)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toggle (rejected)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multi-select (rejected)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True or everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unconfirmedNulls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank-dense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cume-dist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>textControl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>custom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checkControl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buttons, selections, links.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards and pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Success</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good news.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bad news.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether readers may switch to dark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is recolored; each name once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its color.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name and color pairs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigma answers “Invalid ColorOverrides: object”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text font</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family for words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data font</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family for numbers and cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color of titles. A title of its own wins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color of the frame around elements.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the frame.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spacing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance between elements.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner distance of cards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use element foreground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout elements take the color of elements.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The main colors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single colors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colors of single parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font families.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Titles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How titles look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape of corners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Element border</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame around elements.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category colors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colors of categories; the only way to color pie and donut slices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale colors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colors from low to high.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diverging colors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colors around a middle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greatest width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a custom page width.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distances.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether elements stand on cards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inverted tooltips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light words on dark ground.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout colors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colors of layout elements.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How all tables look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light, Dark, Surface, or the id of a theme of the organisation. Ids cannot be listed; take them from existing workbooks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs from the theme.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows header panels; without it they are stored but never shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page sidebars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows sidebar panels; without it they are stored but never shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of the two takes the corner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page tabs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tabs of pages for readers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colors, fonts and spacing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers, sidebars and tabs. Needs the feature in Sigma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always the same words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the agent says first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written by the agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent writes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the greeting should be about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the agent may read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unique in the workbook; chats refer to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the agent is called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the agent should do. @dataSource(&quot;id&quot;) and @tool(&quot;id&quot;) name what is set up below; parts in {{…}} are computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it may read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it says first. A bare text is rejected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it may do; leave it out for an agent that only reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automated action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made in Sigma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only calls of agents are known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effects the agent may run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unique in the agent; instructions name it with @tool(&quot;id&quot;).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the tool is called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the agent should use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reader must agree each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MCP connector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invocable inodes are not supported by this host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools of a connector that exists in Sigma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unique in the agent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warehouse agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An agent of the warehouse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A search service of the warehouse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id of the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it is in the warehouse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workbook id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given by Sigma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given by Sigma; it may be sent with a replacement to guard against overwriting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latest version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updated by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updated at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands beside the content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the workbook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id of the folder in Sigma; needed to create the workbook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the workbook is for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content of the workbook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schema version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be what the server expects; take it from a workbook read from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belongs to another resource of Sigma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this document is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme and navigation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AI agents of this workbook; chats talk to them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automated actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made in Sigma and kept as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All elements of the workbook, in one list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modals, drawers and popovers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page headers and sidebars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where every element stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme (older key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older files name the theme here; Sigma forgets it in silence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme changes (older key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older files change the theme here; Sigma forgets it in silence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Element background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KPI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number metric indicator scorecard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One number, with what it is compared to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number that is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second number to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A date column for periods and trend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the difference is shown. Needs a comparison column or a period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compares with the period before; needs a timeline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small line; needs a timeline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where number, title and comparison stand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigma forgets a trellis on this kind; make one element for each member.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bar chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column histogram ranking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compares categories, or follows a number over time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stacking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How bars of one category stand together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected; leave the key out for upright bars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>horizontal lays the bars down; leave it out for upright bars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distances between bars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bar style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look of all bars; the form is not known for sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trend time series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follows numbers over time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stacked composition time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows how a total is made up over time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the areas stand together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Combination chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bar line dual axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars and lines in one chart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels for bars, lines, areas and points separately.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scatter chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bubble correlation points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two numbers against each other, one point for each thing. Needs a source read at a grouping level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column that sets the size of the points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look of the points; the form is not known for sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pie chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share part whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares of a whole. A donut can do more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Donut chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ring share part whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares of a whole, up to about six, with room for a total in the middle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value in the hole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A column other than the value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner radius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the hole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands in the hole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waterfall chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bridge steps total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps that lead from one total to the next. It cannot have actions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breaks each step down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the first bar starts; the form is not known for sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grouping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How steps are put together; the form is not known for sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colors of rises, falls and totals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connectors and totals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A waterfall chart cannot have actions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treemap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rectangles hierarchy share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares as nested rectangles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One rectangle for each value. The measure only stands among the columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigma forgets this key; the measure only stands among the columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected; the measure only stands among the columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gauge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dial goal meter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One number on a dial. Beyond the value its fields are not documented.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number on the dial.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sankey chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flow journey stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flows from stage to stage. Beyond stages and value its fields are not documented.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns from left to right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the flows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Funnel chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conversion steps pipeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many are left at each step. Beyond stage and series its fields are not documented.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many are at each step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Box plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distribution quartiles median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spread of a number: median, quartiles, outliers. Beyond the Y axis its fields are not documented.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One box for each value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers whose spread is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choropleth states countries geo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colors countries, states, counties or ZIP codes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column with the names, and what they mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latitude longitude bubble geo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points at latitude and longitude.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Degrees north.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Degrees east.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geography map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>geojson shapes polygon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws shapes from a GeoJSON column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geography</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A column with GeoJSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>select</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vertical (leave it out)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lineMarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>droppedTrellis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trendlines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stacked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stacked to 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stacked to 100 % (rejected spelling)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side (rejected spelling)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the picture is scaled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color of the frame.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stroke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solid, dashed or dotted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words on the tab. The n-th tab shows the n-th tab of the layout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the tabs stand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the button is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the buttons stand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usually Submit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scrolls to an element.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The element to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it opens. Sigma fills in the new tab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A heading without a destination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of the entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Icon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture beside the words; its form is not known for sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the entry leads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submenu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries one level below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture beside the words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page; each may be listed once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words instead of the page&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One entry for each page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look of the entries; the values are not known for sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which way the entries run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the entries stand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How large the entries are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An element as source of data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The element.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grouping level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the rows of this level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One or more columns of such an element.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of this configuration that names the element.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A control.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The control.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anything the plugin understands; Sigma does not look at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number is a formula too, written as text: &quot;100&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bare number; it must be text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>markdown heading paragraph note label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headings, paragraphs and lists, with computed parts in {{…}}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown with headings up to ###, lists, links, and a few HTML tags. {{formula}} or {{formula | format}} is computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the words stand in a high element.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too much text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens to text that does not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text has no title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text has no card style; put it in a container.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture logo photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture from an address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An https address; parts in {{…}} are computed. One of address and source is needed; some versions of Sigma take only source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wrapped form of the address, or an uploaded picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read aloud to people who cannot see the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened when the picture is clicked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scaling and frame.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens when the reader clicks the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click action submit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`button` elements are not enabled for this workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs actions, or opens a popover.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly the button stands out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color of the button.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the button stands in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background and border of the place behind the button.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a click does. A button that opens a popover must have none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>web page frame video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A web page inside the workbook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An https address; parts in {{…}} are computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bar ring percent goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far something is, as a bar or ring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A formula, written as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of an empty bar; a formula, written as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of a full bar; a formula, written as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percent writes value × 100, whatever start and end are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bar or ring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More settings; their form is not known for sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words above the bar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>menu tabs links pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A menu of pages and links.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All pages of the workbook, or a list of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The entries; needed for a list of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other words for some pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Icons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether pictures stand beside the words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orientation, size and colors of the entries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line rule separator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line between things.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lying or standing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top, center or bottom for a lying line; left, center or right for a standing one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color, width and stroke.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print export pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts a new page in exports. Takes one row and has no settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>box card group section panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds other elements on a grid of its own, with a background.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture behind the content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance between the elements inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How large the distance is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some files name containers; Sigma shows no title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tab switch views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several sets of elements in one place, one visible at a time. Tabs cannot hold containers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names in the order of the tabs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some files name the tabs; Sigma shows no title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeated container</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cards repeat rows gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One card for each row of a source. Values of the row can only be bound in Sigma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One card for each of its rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns for filters and sorting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrangement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards side by side or under one another. Sigma leaves grid out when read back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the cards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gap between cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance between cards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spacing of cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How large that distance is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gap inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance between the elements of a card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spacing inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the reader reaches cards that do not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background and border of the cards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that get no card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the cards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown when there is no row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A repeated container has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single-row container</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>record card row detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One card for one chosen row of a source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the row comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of the card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tells rows apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row that is shown first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label value record details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A list of labels and values. Only the name of this kind is documented; fields of a file are kept as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input submit fields entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`form` elements are not enabled for this workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields to fill in and submit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be filled in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The buttons under the fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words above the form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the buttons do; the names of the triggers are not confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter parameter input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something the reader chooses, types or slides. Its type decides the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What sort of control this is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agent assistant ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talks to an agent of this workbook. Several chats may share one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent that answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words above the chat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>python script code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`code` elements are not enabled for this workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Python script with named outputs. Its fields are not documented; those of a file are kept as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words above the script; formulas refer to it by them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>extension custom visual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plugin of your organisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id of the plugin in Sigma; it is not checked there, a wrong one shows “missing plugin”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Display name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the plugin is called here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the plugin reads: elements, columns, controls and fixed values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background of the card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens when the plugin fires; not confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme (old files)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found in two very old files; kept as it is and never offered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kind is called kpi-chart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kind is called pie-chart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kind is called donut-chart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A point map with a size column does this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kind is called geography-map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A region map with the region type us-state does this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A region map colored by a scale does this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A heat map is a pivot table with a background scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kind is called box-chart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kind is called gauge-chart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kind is called funnel-chart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kind is called waterfall-chart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are region-map, point-map and geography-map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a container; stacked elements exist in Sigma&apos;s own editor only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kind is called code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kind is called embed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kind is called repeated-container.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no bullet chart; a bar chart with a reference mark comes close.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no Gantt chart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line of text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line of text; the spelling of a newer contract.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several lines of text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes or no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of several values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unique in the form; actions read the value by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words beside the field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placeholder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey words in an empty field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether it must be filled in. Written as a word, not as true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether it can be changed. Written as a word, not as true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First value; the key is not confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is accepted; the key is not confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dotted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start (older spelling)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End (older spelling)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under one another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up and down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sideways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Editable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unique in the element; differs from every column id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of this level. Levels nest in their order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calculations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns computed once for each group. They must aggregate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groupings of older files that name one column do nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unique in the element.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the folder is called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The columns inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collapsed columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grouping columns that start closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column security</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who still sees the columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The columns that are hidden from everyone else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id of the person in Sigma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A team.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id of the team in Sigma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id of the user attribute in Sigma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value people must have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font family.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill of the cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the words stand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the words stand in high rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens to long words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column headings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pivot column headings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headings across the top of a pivot table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pivot row headings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headings along the side of a pivot table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overall look; the other keys change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height of the rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines between cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Banding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shade every other row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Banding color</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color of the shaded rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outer border</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame around the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns share the width of the element.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heading divider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line under the headings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heavy vertical dividers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pivot tables only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heavy horizontal dividers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fonts and colors of headings and cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its values become the headings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the headings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by how many rows are behind a heading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by a column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What decides the order; the heading itself when missing. Do not use a percent of the total along the same shelf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grand totals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Totals over everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Totals of each outer heading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Totals before or after the values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of the grand totals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grid rows list detail grouped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows and columns, with grouping levels where wanted. Also the base that charts and controls read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groupings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levels from outside to inside. None: plain detail rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns computed over the whole table. A column cannot be a calculation of a level as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column ids in the order they are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the detail rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns put together under a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which parts start closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines, banding and fonts. What was set in Sigma may be missing when read back; write it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditional formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colors and bars that follow the values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hides columns from people. Only plain tables have it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relationships</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belongs to tables of data models; kept where a file has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens when the reader selects a cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pivot table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cross tab matrix heat map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values where rows and columns meet. With a background scale it is a heat map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is computed for each cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headings along the side. Without rows and columns there is one grand total.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headings across the top.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grand totals and subtotals. CSV exports have failed where this was set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines, banding and fonts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigma forgets a trellis on this kind; use the shelves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write back editable form plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invalid kind: &quot;input-table&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table people type into; Sigma writes the cells to the warehouse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: rows are typed. Linked: one row for each key of another element.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources disagree about what the modes do in a published workbook. Who may type is set in Sigma: element menu, Set data entry permission.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be typed, and system and formula columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns computed over the whole table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines, banding and fonts; not confirmed for input tables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input tables have no groupings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only plain tables have column security.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selecting a row; assumed to work as on tables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The columns are hidden from everyone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the people and teams listed see the columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People and teams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who sees the columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By user attribute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People whose attribute has the value see the columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attribute and value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relative date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back or forth from now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ISO 8601, for example 2026-04-21.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted from now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows without a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill of the cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color of the value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heavy letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Italic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slanted letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Underlined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line under the value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another number or date format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values at the ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value in the middle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older files write a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column that is tested; one filter for each column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A disabled filter lets every row pass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many. It cannot follow a control.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns that get the format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values at the ends; the data&apos;s own when missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps or drops certain values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep or drop the values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text, numbers, true or false, ISO dates, or empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top or bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the largest or smallest. It does not limit pivot tables or linked input tables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps numbers between two ends, ends included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least number; open when missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greatest number; open when missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps dates in a fixed or moving range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps text that matches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How text is compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to look for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps or drops branches of a hierarchy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Styles cells that meet a condition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns that get the style.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the style applies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number or text, as the column has it. Sigma may write numbers as text when read back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True where the style applies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How those cells look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fills cells along a color scale: a heat map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color the values; keep it on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color subtotals too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colors the words along a scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws a bar in each cell. Bars made in Sigma may be missing when read back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color of negative and of positive bars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color (older key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older files write one color.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars behind values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars behind subtotals too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the numbers are written as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which format wins where several apply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not start with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not end with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is like (% and _)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>matches the pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not match the pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case matters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case does not matter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Include</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When nothing is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank without gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percentile rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cumulative distribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bottom percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ranking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dateRange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers, money and percents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A d3 pattern such as $,.0f. Spreadsheet masks like #,##0 are rejected, and so are currency signs other than $: set the currency symbol instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown in place of $.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decimal sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown in place of the dot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thousands sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown in place of the comma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits in a group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same size for all groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sizes from the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mostly 3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown where there is no value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates and times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A strftime pattern such as %b %Y.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>$1,234</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1,234</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1,234.56</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>12.3%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>12%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>$1.2k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>$1.23k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1.23e+3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2026-04-21</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apr 2026</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>April 2026</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tue, Apr 21</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2026-04-21 14:30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the object is called and how the rest of the workbook finds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the rows come from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The columns of this element; channels, filters and sorting pick from them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which column drives which part of the picture. A column may sit on one channel only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grouping and totals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levels, summaries and totals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the control or field holds before anyone touches it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the element says or shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the element acts for the reader.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which pages use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data and tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What an agent may read and do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title and description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words around the element.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background, border and padding of the card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How bars, lines, points and areas are drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the colors of the marks stand for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Titles, labels, scales and marks of the axes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels, legend and tooltip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words on and beside the marks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference marks and trends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines and bands drawn over the chart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small multiples by row and column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison and trend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the number is held against.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid lines, banding, fonts and spacing of the cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditional formatting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the content is placed inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colors, fonts and spacing of the whole workbook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Security</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who sees which column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that are left out before anything is computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which tables a control filters, and by which column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens when the reader clicks, selects or changes something.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows and columns, also to type into.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures of numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers at places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the reader can choose, type or slide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words, pictures and buttons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What holds and separates other elements.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the reader enters data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AI and code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chats, agents and Python.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Controls and values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set and clear what the reader chose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go somewhere, open or close something.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write rows, refresh and sort.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill and reset forms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exports and other systems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files, services, procedures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AI, code and plugins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agents, Python, plugins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branches and sequences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values from data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The element that has the values. Here the key has no Id at its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column with the values. Here the key has no Id at its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest number that may be typed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greatest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest number that may be typed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earliest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day that may be typed. Sigma adds the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day that may be typed. Sigma adds the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such type: use text, number or datetime with values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unique in the element. ID, CREATED_AT, CREATED_BY, UPDATED_AT and UPDATED_BY are reserved for system columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What people and formulas call the column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On an input table this removes the column in Sigma. Write the helper into the formula instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values that may be picked. At most one of choices, choices from data, and range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choices from data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values of another element&apos;s column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only numbers and dates have a range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show chosen values as colored labels; only with choices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linked tables: the key of the parent&apos;s rows. It cannot change after the table was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parent column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column of the parent element.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled in by Sigma: who made or changed a row, and when. Its id decides which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System columns have no type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System columns have no formula.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computed from other columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is computed; lookups and controls may be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text, or one of several texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What may be typed. It cannot change once rows were written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number, perhaps within a range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest and largest number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A date, perhaps within a range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First and last day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several of a list of values. Needs a warehouse with variant columns: Snowflake has them, Databricks has not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files. Needs a warehouse with variant columns; in beta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many files a cell may hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How large a file may be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Media types such as image/png.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A color for each value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One value (rejected)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CREATED_AT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input table type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column of the left side, written [Column].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column of the right side, written [Column].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the two columns are compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formulas write columns of the right side as [Name/Column].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which rows stay when a side has no partner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen once only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source that is already there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source that is added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs of columns that must match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the column in the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written [Column].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This source has no such column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One for each source, in their order; nothing where a source has no such column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads another element of this workbook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The element to read. Formulas use its name as prefix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads the rows of one grouping level. Scatter charts need it. Sigma may leave it out when the workbook is read back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warehouse table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads a table or view of a connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id of the connection in Sigma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database, schema and table (Snowflake, BigQuery, Databricks), or schema and table (Redshift, PostgreSQL, MySQL). Formulas use the last part as prefix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads an element of a data model, with its joins, metrics and column security.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id of the data model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id of the element inside the model. Formulas use its name as prefix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom SQL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs a statement of your own. Formulas use the prefix Custom SQL and the exact output names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id of the connection that runs the statement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One SELECT without a closing semicolon. {{Handle}} inserts the value of a control. Declare the columns of the element too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts columns of several sources side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formulas write columns of the first source as [Name/Column].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source the others are joined to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sources that are added, one after another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Union</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts the rows of several sources under one another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prefix in formulas. Sigma may replace it by “Union of N Sources”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is stacked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which columns go into which output column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns columns into rows, or rows into columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is turned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which way to turn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns to merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns that become rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the label column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds the names of the merged columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the value column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds their values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column to spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its values become columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fills the new columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The columns that come out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How several values for one cell become one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uploaded CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file uploaded in Sigma; its fields are kept as they come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the upload is stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric view (Databricks)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A metric view of Databricks; its fields are kept as they come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Databricks connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the view is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semantic view (Snowflake)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A semantic view of Snowflake; its fields are kept as they come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Snowflake connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`code-output` sources are not enabled for this workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads a named output of a Python element.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The element whose output is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows are typed, pasted or inserted by actions; they are stored in the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A connection with write access.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One row for each key of a parent element, with columns to fill in. Rows cannot be inserted or deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parent element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The element whose rows are edited. Its element filters do not limit the linked table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A connection with write access; it may differ from the parent&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warehouse-table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lies within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>intersects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left outer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right outer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full outer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lookup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input-table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns to rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows to columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count if</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What sort of thing this is; the other fields follow from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pie has no hole; use a donut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column (other key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charts with axes and maps call it column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charts with axes call it column; slices take columnId.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance between bars. Only medium is confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars, lines, areas, combinations, scatter charts and donuts keep a trellis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A KPI has no target; compare with a second column, or use a chart with a reference mark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A KPI has no goal; compare with a second column, or use a chart with a reference mark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text has no source; parts in {{…}} read other elements.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Element (wrong key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here the key is element, without Id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here the key is page, without Id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here the key is control, without Id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The element belongs into target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column (wrong key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here the key is column, without Id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only text, number, datetime and multi-select columns have choices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noRule</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
