using Microsoft.AspNetCore.Mvc.ModelBinding;
using VendorGov.Domain;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Hosting;

/// <summary>Fields are read as the framework reads them; what it lets through and pages cannot work with is refused at the field.</summary>
internal sealed class FieldBinders(IReadOnlyList<IModelBinderProvider> usual) : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = context.Metadata.UnderlyingOrModelType;
        return type == typeof(DateOnly) || type == typeof(DateTime) ? new DateBinder(Usual(context))
            : type == typeof(bool) ? new SwitchBinder(Usual(context))
            : type == typeof(string) ? new TextBinder(Usual(context))
            : null;
    }

    private IModelBinder Usual(ModelBinderProviderContext context) => usual.Select(p => p.GetBinder(context)).First(b => b is not null)!;

    /// <summary>A date outside of the <see cref="Horizon"/>: no page has to reckon with the year 1 or 9999.</summary>
    private sealed class DateBinder(IModelBinder usual) : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            await usual.BindModelAsync(bindingContext);
            var year = bindingContext.Result.Model switch { DateOnly date => date.Year, DateTime time => time.Year, _ => (int?)null };
            if (year is { } named && !Horizon.Holds(named))
            {
                var text = bindingContext.HttpContext.RequestServices.GetRequiredService<Text>();
                bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, text["rule.date-out-of-range"]);
                bindingContext.Result = ModelBindingResult.Failed();
            }
        }
    }

    /// <summary>Characters that no keyboard writes and that no engine, workbook or PDF agrees on are left out; tabs and line breaks stay.</summary>
    private sealed class TextBinder(IModelBinder usual) : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            await usual.BindModelAsync(bindingContext);
            if (bindingContext.Result.Model is string typed && typed.Any(IsUnwritable))
            {
                bindingContext.Result = ModelBindingResult.Success(string.Concat(typed.Where(c => !IsUnwritable(c))));
            }
        }

        private static bool IsUnwritable(char c) => char.IsControl(c) && c is not ('\t' or '\r' or '\n');
    }

    /// <summary>A switch that was sent as something else is shown again as off: the framework cannot draw what it was sent as.</summary>
    private sealed class SwitchBinder(IModelBinder usual) : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            await usual.BindModelAsync(bindingContext);
            if (!bindingContext.Result.IsModelSet && bindingContext.ModelState.ContainsKey(bindingContext.ModelName))
            {
                bindingContext.ModelState.SetModelValue(bindingContext.ModelName, "false", "false");
            }
        }
    }
}
