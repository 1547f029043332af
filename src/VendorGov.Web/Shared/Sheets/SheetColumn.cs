using VendorGov.Documents.Tables;

namespace VendorGov.Web.Shared.Sheets;

/// <summary>A column of a template, in both languages; either head is understood when the file comes back.</summary>
public sealed record SheetColumn(string Key, string Zh, string En, bool Required = false, TemplateKind Kind = TemplateKind.Text);

/// <summary>Something that keeps a file from being taken: where it stands, what stands there, what to do.</summary>
public sealed record SheetProblem(string Sheet, int Row, string Column, string Value, string WhatToDo);
