using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;

namespace VendorGov.Web.Shared;

/// <summary>
/// Lets <c>[Required]</c>, <c>[StringLength]</c> and <c>[Display(Name = "key")]</c> speak through the text files: the
/// message of an attribute is the key <c>validation.{Attribute}</c> unless the attribute names another.
/// </summary>
public static class ValidationText
{
    public static IMvcBuilder AddValidationText(this IMvcBuilder mvc)
    {
        mvc.Services.AddSingleton<IStringLocalizerFactory, Factory>();
        mvc.AddDataAnnotationsLocalization();
        mvc.Services.Configure<MvcOptions>(options =>
        {
            options.ModelMetadataDetailsProviders.Add(new Keys());
            var messages = options.ModelBindingMessageProvider;
            messages.SetAttemptedValueIsInvalidAccessor((value, _) => Now("validation.invalid", value));
            messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => Now("validation.invalid", value));
            messages.SetValueIsInvalidAccessor(value => Now("validation.invalid", value));
            messages.SetUnknownValueIsInvalidAccessor(_ => Now("validation.missing"));
            messages.SetValueMustBeANumberAccessor(_ => Now("validation.number"));
            messages.SetNonPropertyValueMustBeANumberAccessor(() => Now("validation.number"));
            messages.SetValueMustNotBeNullAccessor(_ => Now("validation.missing"));
            messages.SetMissingBindRequiredValueAccessor(_ => Now("validation.missing"));
        });
        return mvc;
    }

    private static string Now(string key, params object?[] arguments) =>
        Text.For(Languages.Current(), TimeZoneInfo.Utc)[key, arguments];

    private sealed class Keys : IValidationMetadataProvider
    {
        public void CreateValidationMetadata(ValidationMetadataProviderContext context)
        {
            var checks = context.ValidationMetadata.ValidatorMetadata;
            for (var i = 0; i < checks.Count; i++)
            {
                if (checks[i] is RangeAttribute { OperandType: var limits } range && limits == typeof(int)
                    && (Nullable.GetUnderlyingType(context.Key.ModelType) ?? context.Key.ModelType) == typeof(decimal))
                {
                    checks[i] = Exactly(range);
                }
            }

            foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
            {
                if (attribute.ErrorMessage is null && attribute.ErrorMessageResourceName is null)
                {
                    var key = "validation." + attribute.GetType().Name.Replace("Attribute", "", StringComparison.Ordinal);
                    attribute.ErrorMessage = TextCatalogue.Embedded.Find(key) is null ? "validation.Other" : key;
                }
            }
        }
    }

    /// <summary>Limits in whole numbers would round what they judge, and fail on what no whole number holds.</summary>
    private static RangeAttribute Exactly(RangeAttribute range) => new(
        typeof(decimal), string.Create(CultureInfo.InvariantCulture, $"{range.Minimum}"), string.Create(CultureInfo.InvariantCulture, $"{range.Maximum}"))
    {
        ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true, ErrorMessage = range.ErrorMessage,
    };

    private sealed class Factory : IStringLocalizerFactory
    {
        private static readonly Localizer Only = new();

        public IStringLocalizer Create(Type resourceSource) => Only;

        public IStringLocalizer Create(string baseName, string location) => Only;
    }

    private sealed class Localizer : IStringLocalizer
    {
        public LocalizedString this[string name] => this[name, []];

        public LocalizedString this[string name, params object[] arguments] =>
            TextCatalogue.Embedded.Find(name) is null ? new(name, name, true) : new(name, Now(name, arguments));

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
            TextCatalogue.Embedded.Keys.Select(key => this[key]);
    }
}
